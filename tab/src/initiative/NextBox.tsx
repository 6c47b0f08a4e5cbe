import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { InitiativeView, NextView } from '../../../domain/portfolio/views.ts';
import { type Fact, Facts } from '../elements/Facts.tsx';
import { softly } from '../elements/softly.ts';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useMyself } from '../shell/MeContext.ts';
import { type Translate, useTexts } from '../texts/useTexts.ts';
import { Deadline } from './Deadline.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
  },
  over: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    hyphens: 'auto',
    '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  },
  turn: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
});

export const ownersText = (t: Translate, { owners, role }: NextView): string | undefined => {
  if (owners.length > 0) return owners.map(({ name }) => name).join('; ');
  return role ? t('initiative:noOwner', { role: t(`codes:role.${role}`) }) : undefined;
};

/** "What happens now": the next step in plain words, by whom, until when; below it, what the viewer may do. */
export function NextBox({ view, children }: { view: InitiativeView; children?: ReactNode }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const me = useMyself();
  const id = useId();
  const { next } = view;
  const owners = ownersText(t, next);
  const facts: Fact[] = [];
  if (owners) facts.push([t('initiative:owner'), owners]);
  if (next.deadline) facts.push([t('initiative:deadline'), <Deadline key="deadline" day={next.deadline} />]);
  return (
    <section aria-labelledby={id} className={mergeClasses(global.sheet, styles.box)}>
      <div id={id}>
        <p className={styles.over}>{t('initiative:next')}</p>
        <h2 className={styles.title}>{softly(t(`actions:${next.action}.title`))}</h2>
      </div>
      <p className={global.prose}>
        {next.owners.some((owner) => owner.id === me.person.id) && (
          <span className={styles.turn}>{t('initiative:yourTurn')} </span>
        )}
        {t(`actions:${next.action}.explanation`)}
      </p>
      {facts.length > 0 && <Facts facts={facts} narrow />}
      {children}
    </section>
  );
}
