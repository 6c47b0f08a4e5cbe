import { makeResetStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { StateCode } from '../../../domain/initiatives/states.ts';
import { useStateMarks } from '../elements/StateMark.tsx';
import { useStatusMarks } from '../elements/StatusMark.tsx';
import { shape } from '../elements/shapes.ts';

/** One class for each kind of element: a row is drawn and thrown away many times a second while one scrolls. */

/** Of two lines, in pixels; a row with a long title or larger text is higher. */
export const ROW_HEIGHT = 60;

const CELL = {
  height: `${ROW_HEIGHT}px`,
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  verticalAlign: 'top',
  overflowWrap: 'anywhere',
  hyphens: 'auto',
} as const;
const UNDER = { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 } as const;

const useRow = makeResetStyles({
  position: 'relative',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
});
const useCell = makeResetStyles(CELL);
const useRightCell = makeResetStyles({ ...CELL, textAlign: 'right', fontVariantNumeric: 'tabular-nums' });
const useLink = makeResetStyles({
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  textDecorationLine: 'none',
  ':hover': { textDecorationLine: 'underline' },
  // The link covers its row or card: a large target, but one stop for the keyboard.
  '::after': { content: '""', position: 'absolute', inset: 0 },
  ':focus-visible': { outline: 'none' },
  ':focus-visible::after': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
    borderRadius: tokens.borderRadiusMedium,
  },
});
const useUnder = makeResetStyles({ ...UNDER, display: 'block' });
const useUnderLocked = makeResetStyles({
  ...UNDER,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `0 ${tokens.spacingHorizontalXS}`,
});
const useDay = makeResetStyles({
  display: 'block',
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
});
const useLate = makeResetStyles({
  display: 'flex',
  alignItems: 'flex-start',
  gap: tokens.spacingHorizontalXS,
  color: tokens.colorStatusDangerForeground3,
  fontSize: tokens.fontSizeBase200,
  fontWeight: tokens.fontWeightSemibold,
  '::before': shape('clock', tokens.colorStatusDangerForeground3),
});

/** Class names of a row's parts; the same object for all rows of a table. */
export type RowLook = {
  readonly row: string;
  readonly cell: string;
  readonly right: string;
  readonly link: string;
  readonly under: string;
  readonly underLocked: string;
  readonly day: string;
  readonly late: string;
  readonly state: (state: StateCode) => string;
  readonly status: ReturnType<typeof useStatusMarks>;
};

export function useRowLook(): RowLook {
  const [row, cell, right, link] = [useRow(), useCell(), useRightCell(), useLink()];
  const [under, underLocked, day, late] = [useUnder(), useUnderLocked(), useDay(), useLate()];
  const [state, status] = [useStateMarks(), useStatusMarks()];
  return useMemo(
    () => ({ row, cell, right, link, under, underLocked, day, late, state, status }),
    [row, cell, right, link, under, underLocked, day, late, state, status],
  );
}
