import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrderType } from '../../../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import { useAnnounce } from '../../shell/Announcer.tsx';
import { useTexts } from '../../texts/useTexts.ts';
import { arrange } from './arrange.ts';
import { ContentPanel } from './ContentPanel.tsx';
import { OrderPanel } from './OrderPanel.tsx';

const useStyles = makeStyles({
  actions: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  done: { outline: 'none' },
});

/**
 * What the viewer may do now. A form takes the place of the buttons: the case can be read while writing, and no other
 * button can throw away what is typed.
 */
export function Actions({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const { t } = useTexts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const [open, setOpen] = useState<OrderType>();
  const [done, setDone] = useState<OrderType>();
  const message = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const { main, more } = arrange(view);

  useEffect(() => {
    if (done) message.current?.focus();
  }, [done]);

  const start = (type: OrderType) => {
    setDone(undefined);
    setOpen(type);
  };
  const finish = (type: OrderType) => {
    setOpen(undefined);
    setDone(type);
    announce(t(`orders:${type}.done`));
  };
  const cancel = (type: OrderType) => {
    setOpen(undefined);
    // Back to where one came from; an order of the menu has the menu's button.
    requestAnimationFrame(() => {
      const from = buttons.current?.querySelector<HTMLElement>(`[data-order="${type}"]`);
      (from ?? buttons.current?.querySelector<HTMLElement>('button:last-of-type'))?.focus();
    });
  };

  const draft = view.state === 'DRAFT' && view.may.includes('ChangeContent');
  if (main.length + more.length === 0 && !draft && !open && !done) return null;
  const Panel = open === 'ChangeContent' ? ContentPanel : OrderPanel;
  return (
    <div className={styles.actions}>
      {done && (
        <div ref={message} tabIndex={-1} className={styles.done}>
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{t(`orders:${done}.done`)}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      {!open && (
        <div ref={buttons} className={styles.buttons}>
          {draft && (
            <Button
              appearance="primary"
              onClick={() => void navigate(`/propose/${encodeURIComponent(view.id)}`)}
            >
              {t('initiative:continueDraft')}
            </Button>
          )}
          {main.map((type, index) => (
            <Button
              key={type}
              data-order={type}
              appearance={index === 0 ? 'primary' : 'secondary'}
              onClick={() => start(type)}
            >
              {t(`orders:${type}.name`)}
            </Button>
          ))}
          {more.length > 0 && (
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button icon={<MoreHorizontalRegular />}>{t('initiative:more')}</Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {more.map((type) => (
                    <MenuItem key={type} onClick={() => start(type)}>
                      {t(`orders:${type}.name`)}
                    </MenuItem>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          )}
        </div>
      )}
      {open && (
        <Panel key={open} type={open} view={view} onDone={() => finish(open)} onCancel={() => cancel(open)} />
      )}
    </div>
  );
}
