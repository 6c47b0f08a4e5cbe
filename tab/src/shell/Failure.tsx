import { Button } from '@fluentui/react-components';
import { useTexts } from '../texts/useTexts.ts';
import { Message } from './Message.tsx';

type FailureProps = {
  readonly kind: 'failed' | 'signInFailed';
  readonly onRetry: () => void;
  readonly level?: 1 | 2;
};

export function Failure({ kind, onRetry, level = 1 }: FailureProps) {
  const { t } = useTexts();
  return (
    <div role="alert">
      <Message title={t(`shell:${kind}`)} text={t(`shell:${kind}Help`)} level={level}>
        <Button appearance="primary" onClick={onRetry}>
          {t('shell:retry')}
        </Button>
      </Message>
    </div>
  );
}
