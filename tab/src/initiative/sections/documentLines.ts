import type { DocumentsView } from '../../../../domain/portfolio/views.ts';
import { formatNumber, formatTime } from '../../elements/format.ts';
import type { Language } from '../../texts/index.ts';

type CaseDocument = DocumentsView['files'][number];

const KILO = 1_024;
const UNITS = ['kB', 'MB', 'GB'] as const;

/** A size as people read it: whole kB at least, one decimal from MB on: "12 kB", "1,5 MB". */
export function formatBytes(bytes: number, language: Language): string {
  let value = bytes / KILO;
  let step = 0;
  while (value >= KILO && step < UNITS.length - 1) {
    value /= KILO;
    step += 1;
  }
  const shown = step === 0 ? Math.max(1, Math.round(value)) : value;
  return `${formatNumber(shown, language, step === 0 ? 0 : 1)}\u00a0${UNITS[step]}`;
}

/** Who changed a file last, when, and how large it is; what is not known is left out. */
export function documentLine({ changedBy, changedAt, bytes }: CaseDocument, language: Language): string {
  const parts = [changedBy, changedAt && formatTime(changedAt, language), formatBytes(bytes, language)];
  return parts.filter(Boolean).join(' · ');
}

/** The latest change first; files without a time last. */
export const latestFirst = (files: readonly CaseDocument[]): CaseDocument[] =>
  files.toSorted((one, other) => (other.changedAt ?? '').localeCompare(one.changedAt ?? ''));
