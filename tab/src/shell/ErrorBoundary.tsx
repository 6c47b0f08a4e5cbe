import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts/useTexts.ts';
import { Message } from './Message.tsx';

/** The last resort: says what happened instead of an empty page. React asks for a class here. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

export function Crashed() {
  const { t } = useTexts();
  return (
    <div role="alert">
      <Message title={t('shell:crashed')} text={t('shell:crashedHelp')}>
        <Button appearance="primary" onClick={() => location.reload()}>
          {t('shell:reload')}
        </Button>
      </Message>
    </div>
  );
}
