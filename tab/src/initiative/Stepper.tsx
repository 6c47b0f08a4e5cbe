import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { InitiativeView } from '../../../domain/portfolio/views.ts';
import { softly } from '../elements/softly.ts';
import { useMedia } from '../elements/useMedia.ts';
import { useGlobalStyles } from '../shell/globalStyles.ts';
import { useTexts } from '../texts/useTexts.ts';
import { isHere, type Step, stepsOf } from './steps.ts';

const WIDE = '(min-width: 1100px)';

const useStyles = makeStyles({
  wide: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 120px)',
    justifyContent: 'start',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  tall: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    listStyle: 'none',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
  },
  step: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  stepWide: { paddingRight: tokens.spacingHorizontalS },
  stepTall: { gridTemplateColumns: '24px 1fr', alignItems: 'center' },
  mark: { display: 'flex', alignItems: 'center', minHeight: '20px' },
  dot: {
    display: 'grid',
    placeItems: 'center',
    width: '20px',
    height: '20px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: '12px',
    color: tokens.colorNeutralForegroundOnBrand,
  },
  dotDone: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `2px solid ${tokens.colorCompoundBrandBackground}`,
  },
  dotHere: { border: `6px solid ${tokens.colorCompoundBrandBackground}` },
  dotSkipped: { border: `2px dashed ${tokens.colorNeutralStroke1}` },
  line: {
    flexGrow: 1,
    height: '2px',
    marginLeft: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralStroke2,
  },
  name: { hyphens: 'auto', overflowWrap: 'anywhere' },
  nameHere: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  nameDone: { color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  bar: { display: 'flex', gap: '3px', margin: `${tokens.spacingVerticalS} 0` },
  part: {
    flexGrow: 1,
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStroke2,
  },
  partPassed: { backgroundColor: tokens.colorCompoundBrandBackground },
});

/** Where the case is on its road. Wide: all steps in a row; else the present one, with the rest a tap away. */
export function Stepper({ view }: { view: InitiativeView }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  const wide = useMedia(WIDE);
  const steps = stepsOf(view);
  const here = steps.findIndex(isHere);
  return (
    <section aria-label={t('initiative:stepper')} className={global.sheet}>
      {wide ? (
        <Steps steps={steps} wide />
      ) : (
        <>
          <div className={styles.nameHere}>
            {t('initiative:stepOf', {
              step: here + 1,
              total: steps.length,
              name: t(`states:${view.state}.name`),
            })}
          </div>
          <div className={styles.bar} aria-hidden>
            {steps.map(({ state }, index) => (
              <span key={state} className={mergeClasses(styles.part, index <= here && styles.partPassed)} />
            ))}
          </div>
          <details>
            <summary className={styles.summary}>{t('initiative:showSteps')}</summary>
            <Steps steps={steps} wide={false} />
          </details>
        </>
      )}
    </section>
  );
}

function Steps({ steps, wide }: { steps: readonly Step[]; wide: boolean }) {
  const styles = useStyles();
  const global = useGlobalStyles();
  const { t } = useTexts();
  return (
    <ol className={wide ? styles.wide : styles.tall}>
      {steps.map((step, index) => {
        const here = isHere(step);
        const passed = step.place === 'done' || step.place === 'left';
        return (
          <li
            key={step.state}
            aria-current={here ? 'step' : undefined}
            className={mergeClasses(styles.step, wide ? styles.stepWide : styles.stepTall)}
          >
            <span className={styles.mark} aria-hidden>
              <span
                className={mergeClasses(
                  styles.dot,
                  passed && styles.dotDone,
                  here && styles.dotHere,
                  step.place === 'skipped' && styles.dotSkipped,
                )}
              >
                {passed && <CheckmarkRegular />}
              </span>
              {wide && index < steps.length - 1 && <span className={styles.line} />}
            </span>
            <span className={mergeClasses(styles.name, here && styles.nameHere, passed && styles.nameDone)}>
              {softly(t(`states:${step.state}.name`))}
              <span className={global.onlyForReaders}>, {t(`initiative:step.${step.place}`)}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
