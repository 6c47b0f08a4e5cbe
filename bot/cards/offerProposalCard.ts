import { containsPersonalNumber } from '../../domain/initiatives/personalNumbers.ts';
import type { Texts } from '../texts/texts.ts';
import { link } from './buttons.ts';
import { alert, card, heading, text } from './elements.ts';
import type { CardJson } from './model.ts';
import { plain } from './neutralise.ts';
import { carried } from './processGuideCard.ts';
import { fitText } from './room.ts';
import { execute } from './verbs.ts';

export type OfferProposalModel = { readonly op: string; readonly text: string };

const SHOWN_ROOM = 600;

/** "När öppnar det?" may be an idea, or something the help answers. */
const isQuestion = (text: string): boolean => /\?\s*$/.test(text);

/** Text that is no command is perhaps a proposal: never a dead end. */
export function offerProposalCard({ op, text: written }: OfferProposalModel, texts: Texts): CardJson {
  const { t } = texts;
  return card(
    [
      heading(t('cards.offer-proposal.heading')),
      // A number that must not be there is not said once more.
      containsPersonalNumber(written)
        ? alert(t('cards.offer-proposal.personal-number'))
        : text(t('cards.offer-proposal.you-wrote', { text: fitText(plain(written), SHOWN_ROOM) })),
      text(t(isQuestion(written) ? 'cards.offer-proposal.question' : 'cards.offer-proposal.explain')),
    ],
    [
      {
        ...execute(t('cards.offer-proposal.yes'), 'start-proposal', { op, text: carried(written) }),
        style: 'positive',
      },
      link('help', { op }, texts),
    ],
  );
}
