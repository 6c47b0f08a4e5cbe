import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { dayOf, formatDay } from '../elements/format.ts';
import { TextLink } from '../shell/TextLink.tsx';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
  title: { display: 'block' },
  body: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** What one should know before reading on: protected, returned, paused, merged, off course. */
export function Notices({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const { t, language } = useTexts();
  return (
    <div className={styles.list}>
      {view.protected && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {view.detailsHidden && (
              <MessageBarTitle className={styles.title}>{t('initiative:protectedTitle')}</MessageBarTitle>
            )}
            {t(view.detailsHidden ? 'initiative:protectedHidden' : 'initiative:protectedSeen')}
          </MessageBarBody>
        </MessageBar>
      )}
      {view.figuresHidden && !view.detailsHidden && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>{t('initiative:beforeAward')}</MessageBarBody>
        </MessageBar>
      )}
      {view.returnedReason && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle className={styles.title}>{t('initiative:returnedReason')}</MessageBarTitle>
            {view.returnedReason}
          </MessageBarBody>
        </MessageBar>
      )}
      {view.pausedUntil && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>
            {t('initiative:pausedUntil', { day: formatDay(view.pausedUntil, language) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {view.mergedInto && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>
            <TextLink to={`/initiatives/${encodeURIComponent(view.mergedInto)}`}>
              {t('initiative:mergedInto', { target: view.mergedInto })}
            </TextLink>
          </MessageBarBody>
        </MessageBar>
      )}
      {view.deviationSince && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle className={styles.title}>
              {t('initiative:deviation', { day: formatDay(dayOf(view.deviationSince), language) })}
            </MessageBarTitle>
            {t('actions:decide-on-deviation.explanation')}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
