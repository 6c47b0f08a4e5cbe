import { useTexts } from '../texts/useTexts.ts';
import { Message } from './Message.tsx';
import { TextLink } from './TextLink.tsx';

export function NotFound() {
  const { t } = useTexts();
  return (
    <Message title={t('shell:notFound')} text={t('shell:notFoundHelp')}>
      <TextLink to="/">{t('shell:toPortfolio')}</TextLink>
    </Message>
  );
}
