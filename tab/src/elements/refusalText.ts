import type { Problem } from '../api/problems.ts';
import { SWEDISH, type TextKey } from '../texts/index.ts';
import type { Translate } from '../texts/useTexts.ts';

/** A refusal in plain words: the tab's own text, else the server's, which is in the person's language too. */
export function refusalText(t: Translate, code: string, detail?: string): string {
  if (code in SWEDISH.refusals) return t(`refusals:${code}` as TextKey);
  return detail ?? t('refusals:unexpected');
}

export const problemText = (t: Translate, { code, detail }: Problem): string => refusalText(t, code, detail);
