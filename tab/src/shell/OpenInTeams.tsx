import { useTexts } from '../texts/useTexts.ts';
import { Message } from './Message.tsx';

/** Opened in a bare browser: there is nobody to be and nothing to show. */
export function OpenInTeams() {
  const { t } = useTexts();
  return (
    <main>
      <Message title={t('shell:openInTeams')} text={t('shell:openInTeamsHelp')} />
    </main>
  );
}
