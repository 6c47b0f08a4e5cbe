import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { isActive, isFinal, type StateCode } from '../../../domain/initiatives/states.ts';
import { useTexts } from '../texts/useTexts.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-block',
    padding: `1px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  working: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  finished: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
});

/** The state as a word in a frame; the tint only sets work apart from waiting and finished. */
export function StateMark({ state }: { state: StateCode }) {
  const styles = useStyles();
  const { t } = useTexts();
  return (
    <span
      className={mergeClasses(
        styles.mark,
        isActive(state) && styles.working,
        isFinal(state) && styles.finished,
      )}
    >
      {t(`states:${state}.name`)}
    </span>
  );
}
