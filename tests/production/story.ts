import { buttonOf, type Card, inputsOf, wordsOf } from '../crash/cards.ts';
import { CAST, type Place } from './cast.ts';
import type { Teams } from './people.ts';

export type Proposed = { readonly initiative: string; readonly number: string; readonly card: Card };

/** Figures of the short estimate, by input. */
export type Figures = Readonly<
  Record<'volumePerYear' | 'minutesPerItem' | 'oneTimeCost' | 'yearlyCost', number>
>;

/** A value measured against the goal that the case has. */
export type Measured = { readonly goal: string; readonly value: number; readonly source: string };

/** The employee writes, fills in two cards and sends the proposal in. @param name unique; the texts carry it. */
export async function propose(
  teams: Teams,
  { employee, unit }: Place,
  name: string,
  figures?: Figures,
): Promise<Proposed> {
  const proposer = teams.person(employee);
  const problem = `Varje dag letar vi länge efter nycklar och blanketter (${name}).`;
  await proposer.says(`förslag: ${problem}`);
  const first = await proposer.sees('draft-next', ({ card }) => JSON.stringify(card).includes(name));
  const details = await proposer.presses(first, 'draft-next', {
    problem,
    unit,
    affectedGroups: 'employees',
  });
  const submit = buttonOf(details, 'submit');
  if (!submit) throw new Error(`the problem was not accepted: ${wordsOf(details)}`);
  const card = await proposer.presses({ ...first, data: submit }, 'submit', {
    title: `Smartare (${name})`,
    changeType: 'improvement',
    category: 'workingMethod',
    system: 'false',
    personalData: 'false',
    automation: 'false',
    acquisition: 'false',
    ...figures,
  });
  const number = /VOF-\d{4}-\d{4}/.exec(wordsOf(card))?.[0];
  if (number === undefined) throw new Error(`the proposal was not sent in: ${wordsOf(card)}`);
  return { initiative: submit.id, number, card };
}

/** The manager finds the card that asks, and approves. @returns the card it becomes. */
export async function approve(teams: Teams, { manager }: Place, { initiative }: Proposed): Promise<Card> {
  const person = teams.person(manager);
  const asked = await person.sees('approve', ({ data }) => data.id === initiative);
  const similar = inputsOf(asked.card).filter((id) => id.startsWith('similar:'));
  const card = await person.presses(asked, 'approve', {
    ...Object.fromEntries(similar.map((id) => [id, 'separate'])),
    needIsReal: 'true',
    fitsGoals: 'true',
    preparationHours: 8,
    fundingIdea: 'own-budget',
    reason: 'Vi prövar det.',
  });
  if (buttonOf(card, 'approve')) throw new Error(`the approval was not accepted: ${wordsOf(card)}`);
  return card;
}

/** The coach finds the case in the department's channel and follows it up there. @returns the card it becomes. */
export async function followUp(
  teams: Teams,
  { initiative }: Proposed,
  text: string,
  measured?: Measured,
): Promise<Card> {
  const coach = teams.person(CAST.coach);
  const given = await coach.sees('follow-up-open', ({ data }) => data.id === initiative, 'channel');
  const form = await coach.presses(given, 'follow-up-open', {}, 'channel');
  const save = buttonOf(form, 'follow-up-save');
  if (!save) throw new Error(`the form for a follow-up did not come: ${wordsOf(form)}`);
  const saving = { ...given, data: save };
  const inputs = { status: 'yellow', text, ...measured };
  const card = await coach.presses(saving, 'follow-up-save', inputs, 'channel');
  if (buttonOf(card, 'follow-up-save')) throw new Error(`the follow-up was not accepted: ${wordsOf(card)}`);
  return card;
}
