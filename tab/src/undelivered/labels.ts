import { SWEDISH, type TextKey } from '../texts/index.ts';
import type { Translate } from '../texts/useTexts.ts';
import type { UndeliveredGroup } from './groups.ts';

/** What kind of message it was; a kind that this version has no words for is just a message. */
export const noticeText = (t: Translate, notice: string): string =>
  t(`undelivered:notice.${notice in SWEDISH.undelivered.notice ? notice : 'other'}` as TextKey);

/** Why it did not arrive and what to do. A reason without words here is explained by the server. */
export function reasonTexts(
  t: Translate,
  { reason, kind, items }: UndeliveredGroup,
): { readonly why: string; readonly help: string } {
  if (!(reason in SWEDISH.undelivered.reason))
    return { why: t('undelivered:otherReason'), help: items[0]?.explanation ?? '' };
  const text = (part: 'why' | 'help') => t(`undelivered:reason.${reason}.${kind}.${part}` as TextKey);
  return { why: text('why'), help: text('help') };
}
