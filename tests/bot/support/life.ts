import type { Outcome } from '../../../bot/app/handle.ts';
import type { House } from '../../../bot/app/house.ts';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type { DraftContent } from '../../../domain/initiatives/content.ts';
import { isSubmitted, type Submitted } from '../../../domain/initiatives/initiative.ts';
import { EVIDENCE } from '../../builders/commands.ts';
import { PEOPLE } from '../../builders/people.ts';
import { PROPOSAL, SMALL } from '../../builders/proposals.ts';

/** Lives of initiatives through the real `handle`; every step throws when it is refused. */

type Lived = Pick<House, 'handle' | 'casebook'>;

let operations = 0;
/** An operation id nobody has used. */
export const operation = (): string => {
  operations += 1;
  return `op-${operations}`;
};

type Asked = { readonly by: string; readonly initiative?: string; readonly operationId?: string };

export function ask(
  { handle }: Pick<House, 'handle'>,
  order: InitiativeOrder,
  { by, initiative, operationId = operation() }: Asked,
): Promise<Outcome> {
  return handle({ order, operationId, actor: by, ...(initiative && { initiative }) });
}

export async function done(house: Pick<House, 'handle'>, order: InitiativeOrder, asked: Asked) {
  const outcome = await ask(house, order, asked);
  if (!outcome.ok)
    throw new Error(`${order.type} was refused: ${outcome.refusal.code} ${outcome.refusal.about ?? ''}`);
  return outcome.initiative;
}

/** What a manager vouches for, with the answers to similar cases. */
export const approval = (similarAnswers: { id: string; answer: 'coordinate' | 'separate' }[] = []) => ({
  type: 'ApproveAsManager' as const,
  evidence: { ...EVIDENCE, similarAnswers },
});

type Begun = { readonly by?: string; readonly content?: DraftContent };

export const draft = (house: Lived, { by = PEOPLE.employee, content = PROPOSAL }: Begun = {}) =>
  done(house, { type: 'StartDraft', content: content as typeof PROPOSAL }, { by });

export async function submitted(house: Lived, begun: Begun = {}): Promise<Submitted> {
  const { by = PEOPLE.employee } = begun;
  const { id } = await draft(house, begun);
  return known(await done(house, { type: 'Submit' }, { by, initiative: id }));
}

export async function approved(
  house: Lived,
  { approver = PEOPLE.manager, ...begun }: Begun & { readonly approver?: string } = {},
): Promise<Submitted> {
  const { id, similar } = await submitted(house, begun);
  const order = approval(similar.map((hit) => ({ id: hit.id, answer: 'coordinate' })));
  return known(await done(house, order, { by: approver, initiative: id }));
}

export async function returned(house: Lived, begun: Begun = {}): Promise<Submitted> {
  const { id } = await submitted(house, begun);
  const order = { type: 'Return', reason: 'Skriv hur många det gäller.' } as const;
  return known(await done(house, order, { by: PEOPLE.manager, initiative: id }));
}

/** Classified so that its details are hidden. */
export async function guarded(house: Lived, begun: Begun = {}): Promise<Submitted> {
  const { id } = await approved(house, begun);
  const order = { type: 'Classify', classification: { c: 3, i: 2, a: 1 } } as const;
  return known(await done(house, order, { by: PEOPLE.coach, initiative: id }));
}

/** Words that hold what a purchase may cost. */
export const CEILING = 'Taket är 612345 kr.';

/** Approved in the council, with words about money wherever they are written. */
export async function decided(house: Lived, begun: Begun = {}): Promise<Submitted> {
  const { id } = await approved(house, begun);
  const by = (person: string) => ({ by: person, initiative: id });
  const reason = CEILING;
  await done(house, { type: 'CompletePreparation', note: CEILING }, by(PEOPLE.coach));
  await done(house, { type: 'Recommend', recommendation: 'recommend', reason }, by(PEOPLE.preparationChair));
  const order = { type: 'ApproveInCouncil', reason, conditions: CEILING } as const;
  return known(await done(house, order, by(PEOPLE.councilChair)));
}

/** A purchase that is under way, with its figures and with words about money wherever they are written. */
export async function procuring(house: Lived, begun: Begun = {}): Promise<Submitted> {
  const content = { ...PURCHASE, ...begun.content } as typeof PROPOSAL;
  const { id } = await decided(house, { ...begun, content });
  const by = (person: string) => ({ by: person, initiative: id });
  await done(house, { type: 'Start', next: 'PROCUREMENT' }, by(PEOPLE.head));
  await done(house, { type: 'FollowUp', status: 'green', text: CEILING }, by(PEOPLE.coach));
  return known(house.casebook.initiative(id));
}

/** Something that is bought, with what it is reckoned to cost. */
export const PURCHASE = {
  ...PROPOSAL,
  changeType: 'acquisition' as const,
  estimate: { ...SMALL.estimate, oneTimeCost: 612_345, yearlyCost: 54_321 } as typeof SMALL.estimate,
};

/** Red twice in a row. */
export async function deviating(house: Lived, begun: Begun = {}): Promise<Submitted> {
  const { id } = await approved(house, begun);
  for (const text of ['Leveransen är sen.', 'Leverantören svarar inte.'])
    await done(house, { type: 'FollowUp', status: 'red', text }, { by: PEOPLE.coach, initiative: id });
  return known(house.casebook.initiative(id));
}

export function known(initiative: unknown): Submitted {
  const given = initiative as Submitted | undefined;
  if (!given || !isSubmitted(given)) throw new Error('not submitted');
  return given;
}
