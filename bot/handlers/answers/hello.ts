import { actsAsAnywhere, heldBy } from '../../../domain/organisation/lookup.ts';
import type { Reply, Turn } from '../../app/turn.ts';
import { helpCard } from '../../cards/helpCard.ts';
import { languageCard } from '../../cards/languageCard.ts';
import { offerProposalCard } from '../../cards/offerProposalCard.ts';
import { processGuideCard } from '../../cards/processGuideCard.ts';
import { welcomeCard } from '../../cards/welcomeCard.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Deps, Handler } from '../ask.ts';
import { textOf } from '../inputs.ts';
import { examplesFor } from './examples.ts';

/** Once per install: value, the question and the next step. */
export const welcome = ({ scope }: Turn, texts: Texts, { newId }: Pick<Deps, 'newId'>): Reply => ({
  card: welcomeCard({ scope, op: newId() }, texts),
  summary: texts.t('cards.welcome.summary'),
});

export const help: Handler = async (ask, deps) => {
  const { turn, texts, viewer } = ask;
  const { casebook, newId } = deps;
  const { person, day } = viewer;
  const organisation = casebook.organisation();
  const isCoach = actsAsAnywhere(organisation, person, 'coach', day);
  const holdsRole = heldBy(organisation, person, day).length > 0;
  const examples = examplesFor(ask, deps);
  return {
    card: helpCard({ scope: turn.scope, op: newId(), isCoach, holdsRole, examples }, texts),
    summary: texts.t('cards.help.summary'),
  };
};

/** Somebody writes about buying: the process in plain words, and a proposal prefilled. */
export const processGuide: Handler = async ({ data, turn, texts }, { newId }) => ({
  card: processGuideCard({ op: newId(), text: textOf(data, 'text') ?? turn.text ?? '' }, texts),
  summary: texts.t('cards.process-guide.summary'),
});

/** Never a dead end: what was written may be a proposal. */
export const offerProposal: Handler = async ({ turn, texts }, { newId }) => ({
  card: offerProposalCard({ op: newId(), text: turn.text ?? '' }, texts),
  summary: texts.t('cards.offer-proposal.summary'),
});

export const languageOpen: Handler = async ({ texts }, { newId }) => ({
  card: languageCard({ op: newId() }, texts),
  summary: texts.t('cards.language.summary'),
});
