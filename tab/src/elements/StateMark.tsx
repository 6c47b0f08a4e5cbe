import { makeResetStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { isActive, isFinal, type StateCode } from '../../../domain/initiatives/states.ts';
import { useTexts } from '../texts/useTexts.ts';

const MARK = {
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
} as const;

const useWaiting = makeResetStyles(MARK);
const useWorking = makeResetStyles({
  ...MARK,
  backgroundColor: tokens.colorBrandBackground2,
  color: tokens.colorBrandForeground2,
  border: `1px solid ${tokens.colorBrandStroke2}`,
});
const useFinished = makeResetStyles({ ...MARK, backgroundColor: tokens.colorNeutralBackground3 });

/** The class of a mark with the state's name as its text; for tables, which ask once for all rows. */
export function useStateMarks(): (state: StateCode) => string {
  const [waiting, working, finished] = [useWaiting(), useWorking(), useFinished()];
  return useCallback(
    (state) => {
      if (isActive(state)) return working;
      return isFinal(state) ? finished : waiting;
    },
    [waiting, working, finished],
  );
}

/** The state as a word in a frame; the tint only sets work apart from waiting and finished. */
export function StateMark({ state }: { state: StateCode }) {
  const marks = useStateMarks();
  const { t } = useTexts();
  return <span className={marks(state)}>{t(`states:${state}.name`)}</span>;
}
