import { makeResetStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Status } from '../../../domain/initiatives/followUps.ts';
import { useTexts } from '../texts/useTexts.ts';
import { shape } from './shapes.ts';

const MARK = { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS } as const;

/** Each status has a shape of its own, so that nobody has to tell red from green. */
const useGreen = makeResetStyles({
  ...MARK,
  '::before': shape('check', tokens.colorStatusSuccessForeground1),
});
const useYellow = makeResetStyles({
  ...MARK,
  '::before': shape('triangle', tokens.colorStatusWarningForeground3),
});
const useRed = makeResetStyles({
  ...MARK,
  '::before': shape('diamond', tokens.colorStatusDangerForeground3),
});

/** The class of a mark with the status as its text; for tables, which ask once for all rows. */
export function useStatusMarks(): Readonly<Record<Status, string>> {
  const [green, yellow, red] = [useGreen(), useYellow(), useRed()];
  return useMemo(() => ({ green, yellow, red }), [green, yellow, red]);
}

export function StatusMark({ status }: { status: Status }) {
  const marks = useStatusMarks();
  const { t } = useTexts();
  return <span className={marks[status]}>{t(`codes:status.${status}`)}</span>;
}
