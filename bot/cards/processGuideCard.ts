import type { Texts } from '../texts/texts.ts';
import { mainButton } from './buttons.ts';
import { card, heading, text } from './elements.ts';
import type { CardJson } from './model.ts';

export type ProcessGuideModel = {
  readonly op: string /** What was written; comes along into the proposal. */;
  readonly text: string;
};

const STEPS = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5', 'step-6', 'step-7'] as const;

/** From need to introduced system in plain words, for those who thought of buying first (R-94). */
export function processGuideCard({ op, text: written }: ProcessGuideModel, texts: Texts): CardJson {
  const { t } = texts;
  return card(
    [
      heading(t('cards.process-guide.heading')),
      text(t('cards.process-guide.intro')),
      ...STEPS.map((step, index) =>
        text(`${index + 1}. ${t(`cards.process-guide.${step}`)}`, { spacing: 'Small' }),
      ),
      text(t('cards.process-guide.next')),
    ],
    [mainButton('start-proposal', { op, ...(written !== '' && { text: carried(written) }) }, texts)],
  );
}

/** A card carries at most so much of a chat message; a proposal's problem may be no longer. */
export const carried = (written: string): string => written.slice(0, 3_000);
