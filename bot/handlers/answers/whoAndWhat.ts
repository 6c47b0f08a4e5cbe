import { isSubmitted, type Submitted, titleOf } from '../../../domain/initiatives/initiative.ts';
import { isFinal } from '../../../domain/initiatives/states.ts';
import { actorsIn, isWithin } from '../../../domain/organisation/lookup.ts';
import type { Unit } from '../../../domain/organisation/organisation.ts';
import { sightOf } from '../../../domain/portfolio/visibility.ts';
import { nextView } from '../../app/views/initiativeView.ts';
import { coachAnswerCard } from '../../cards/coachAnswerCard.ts';
import { listCard } from '../../cards/listCard.ts';
import type { Ask, Deps, Handler } from '../ask.ts';
import { listItem } from '../cases/listItem.ts';
import { nameOf, textOf } from '../inputs.ts';
import { isHiddenHere, notice } from '../look.ts';
import { examplesFor, ownUnit } from './examples.ts';
import { unitsNamed } from './units.ts';

const MOST = 8;

/** "Vem är coach för …?" from the role holders; a gap is said, with who to ask instead. */
export const whoIsCoach: Handler = async (ask, deps) => {
  const { texts, viewer } = ask;
  const organisation = deps.casebook.organisation();
  const unit = unitAskedFor(ask, deps);
  if (!unit) return unknownUnit(ask, deps);
  const { nameOf } = deps.sources();
  const people = actorsIn(organisation, 'coach', unit.id, viewer.day).map((id) => ({ id, name: nameOf(id) }));
  const vacancy = organisation.vacancies.find(
    ({ role, unit: at }) => role === 'coach' && isWithin(organisation, unit.id, at),
  );
  return {
    card: coachAnswerCard(
      { unitName: unit.name, people, op: deps.newId(), ...(vacancy && { vacancy }) },
      texts,
    ),
    summary: texts.t('cards.coach-answer.summary', { unit: unit.name }),
  };
};

/** "Vad händer i socialförvaltningen?" from the portfolio; protected cases are counted, never named. */
export const whatHappens: Handler = async (ask, deps) => {
  const { texts, viewer } = ask;
  const unit = unitAskedFor(ask, deps);
  if (!unit) return unknownUnit(ask, deps);
  const context = deps.context();
  const here = [...deps.casebook.all()]
    .filter(isSubmitted)
    .filter(({ state, content }) => !isFinal(state) && isWithin(context.organisation, content.unit, unit.id));
  const open = here
    .filter(
      (initiative) => sightOf(initiative, viewer, context) === 'all' && !isHiddenHere(initiative, ask, deps),
    )
    .sort((a, b) => Number(a.changedAt < b.changedAt) - Number(a.changedAt > b.changedAt));
  const hidden = here.length - open.length;
  const named = { unit: unit.name };
  const heading =
    here.length === 0
      ? texts.t('cards.lists.department.none', named)
      : texts.t('cards.lists.department.heading', { ...named, count: here.length });
  const protectedOnes = texts.t('cards.lists.department.hidden', { count: hidden });
  const card = listCard(
    {
      heading,
      ...(hidden > 0 && open.length > 0 && { intro: protectedOnes }),
      items: open.slice(0, MOST).map((initiative) => lineFor(initiative, ask, deps)),
      empty: {
        text: hidden > 0 ? protectedOnes : texts.t('cards.lists.department.empty', named),
        button: texts.t('buttons.start-proposal'),
      },
      ...(open.length > MOST && { more: open.length - MOST }),
      tabUrl: deps.tabUrl('portfolio'),
      op: deps.newId(),
    },
    texts,
  );
  return { card, summary: heading };
};

function lineFor(initiative: Submitted, { viewer, texts }: Ask, deps: Deps) {
  const { id, number, state } = initiative;
  const next = nextView(initiative, viewer, deps.sources());
  return listItem({ id, number, title: titleOf(initiative), state, next, overdue: false }, texts);
}

/** No name, and none of one's own; or a name that is nobody's. Either way with one that is. */
function unknownUnit(ask: Ask, deps: Deps) {
  const name = nameOf(ask.data);
  const { unit: example = '' } = examplesFor(ask, deps);
  return notice(name === '' ? 'unit-needed' : 'unit-unknown', ask.texts, deps, undefined, { name, example });
}

/** The best match; the own unit when no name was given. */
function unitAskedFor(ask: Ask, deps: Deps): Unit | undefined {
  const name = textOf(ask.data, 'text');
  return name ? unitsNamed(deps.casebook.organisation(), name)[0] : ownUnit(ask, deps);
}
