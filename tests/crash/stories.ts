import { buttonOf, inputsOf } from './cards.ts';
import { accepted, chatOf, command, type Outside, personIn, press, write } from './clients.ts';
import { expectMail } from './mailbox.ts';
import type { Place } from './people.ts';

/** A command that somebody was told had been carried out. */
export type Acknowledged = { readonly stream: string; readonly operationId: string };

export type Cast = {
  readonly outside: Outside;
  readonly place: Place;
  /** Unique; what is written carries it. */
  readonly name: string;
  readonly random: () => number;
  /** A moment to think between two steps. */
  readonly think: () => Promise<unknown>;
  readonly acknowledge: (done: Acknowledged) => void;
};

const NEEDS = [
  'nycklar',
  'blanketter',
  'scheman',
  'fakturor',
  'larm',
  'bokningar',
  'journaler',
  'leveranser',
];
const TROUBLES = ['letar vi länge', 'skriver vi av för hand', 'ringer vi runt', 'väntar vi', 'blir det fel'];

function problemOf({ name, random }: Cast): string {
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  return `Varje dag ${one(TROUBLES)} när det gäller ${one(NEEDS)} och ${one(NEEDS)} (${name}).`;
}

const streamOf = (operationId: string): string => `I-${operationId.toUpperCase()}`;

/**
 * In Teams, by cards alone: the employee proposes, whoever is sent the deciding card approves, whoever is sent the
 * coach's card follows up. Each waits for the message that asks for it, so a lost message stops the story.
 */
export async function teamsStory(cast: Cast): Promise<void> {
  const { outside, place, name, random, think, acknowledge } = cast;
  const { proposer } = place;
  const problem = problemOf(cast);
  const twice = () => random() < 0.25;

  await write(outside, proposer, `förslag: ${problem}`);
  const first = await expectMail(
    outside,
    `the problem card of ${name}`,
    ({ conversation, card, activity }) => {
      const data = card && JSON.stringify(card).includes(name) ? buttonOf(card, 'draft-next') : undefined;
      return data && conversation === chatOf(proposer) ? { data, activity } : undefined;
    },
  );
  await think();
  const step1 = { ...first.data, problem, unit: place.unit, affectedGroups: 'employees' };
  const details = await press(outside, {
    person: proposer,
    verb: 'draft-next',
    data: step1,
    on: first.activity,
    twice: twice(),
  });
  const submit = buttonOf(details, 'submit');
  accepted(details, submit !== undefined, 'the problem');
  const initiative = submit?.id ?? '';
  acknowledge({ stream: initiative, operationId: first.data.op });

  await think();
  const step2 = {
    ...submit,
    title: `Smartare (${name})`,
    changeType: 'improvement',
    category: 'workingMethod',
  };
  const submitted = await press(outside, {
    person: proposer,
    verb: 'submit',
    data: { ...step2, system: 'false', personalData: 'false', automation: 'false', acquisition: 'false' },
    on: first.activity,
    twice: twice(),
  });
  accepted(submitted, buttonOf(submitted, 'submit') === undefined, 'the proposal');
  acknowledge({ stream: initiative, operationId: `${submit?.op}-submit` });

  const asked = await expectMail(
    outside,
    `the deciding card of ${name}`,
    ({ kind, card, conversation, activity }) => {
      const data = kind === 'unasked' && card ? buttonOf(card, 'approve') : undefined;
      return data?.id === initiative
        ? { data, conversation, activity, inputs: inputsOf(card ?? {}) }
        : undefined;
    },
  );
  await think();
  const answers = asked.inputs.filter((id) => id.startsWith('similar:')).map((id) => [id, 'separate']);
  const approved = await press(outside, {
    person: personIn(asked.conversation),
    verb: 'approve',
    data: {
      ...asked.data,
      ...Object.fromEntries(answers),
      needIsReal: 'true',
      fitsGoals: 'true',
      preparationHours: 8,
      fundingIdea: 'own-budget',
      reason: 'Vi prövar det.',
    },
    on: asked.activity,
    twice: twice(),
  });
  accepted(approved, buttonOf(approved, 'approve') === undefined, 'the approval');
  acknowledge({ stream: initiative, operationId: `${asked.data.op}-approve` });

  const given = await expectMail(
    outside,
    `the coach's card of ${name}`,
    ({ kind, card, conversation, activity }) => {
      const data = kind === 'unasked' && card ? buttonOf(card, 'follow-up-open') : undefined;
      return data?.id === initiative ? { data, conversation, activity } : undefined;
    },
  );
  const coach = personIn(given.conversation);
  for (const status of ['green', 'yellow']) {
    await think();
    const open = await press(outside, {
      person: coach,
      verb: 'follow-up-open',
      data: given.data,
      on: given.activity,
    });
    const save = buttonOf(open, 'follow-up-save');
    accepted(open, save !== undefined, 'the wish to follow up');
    const done = await press(outside, {
      person: coach,
      verb: 'follow-up-save',
      data: { ...save, status, text: `${status} ${name}` },
      on: given.activity,
      twice: twice(),
    });
    accepted(done, buttonOf(done, 'follow-up-save') === undefined, 'the follow-up');
    acknowledge({ stream: initiative, operationId: `${save?.op}-follow-up` });
  }
}

/** The same from the tab, with operation ids that are fixed before the first try. */
export async function tabStory(cast: Cast): Promise<void> {
  const { outside, place, name, think, acknowledge } = cast;
  const { proposer, manager, coach, unit } = place;
  const initiative = streamOf(`${name}-draft`);
  const ask = async (person: string, step: string, order: object) => {
    const operationId = `${name}-${step}`;
    const target = step === 'draft' ? {} : { initiative };
    const answer = await command(outside, { person, operationId, order, ...target });
    acknowledge({ stream: initiative, operationId });
    await think();
    return answer.initiative;
  };
  const flags = { system: false, personalData: false, automation: false, acquisition: false };
  const content = {
    title: `Från fliken (${name})`,
    problem: problemOf(cast),
    affectedGroups: ['employees'],
    unit,
    changeType: 'improvement',
    category: 'workingMethod',
    flags,
  };
  await ask(proposer, 'draft', { type: 'StartDraft', content });
  await ask(proposer, 'change', { type: 'ChangeContent', content: { effect: 'Mer tid för annat.' } });
  const { similar } = await ask(proposer, 'submit', { type: 'Submit' });
  const similarAnswers = similar.map(({ id }) => ({ id, answer: 'separate', reason: 'Ett annat behov.' }));
  const evidence = {
    needIsReal: true,
    fitsGoals: true,
    preparationHours: 8,
    fundingIdea: 'own-budget',
    similarAnswers,
  };
  await ask(manager, 'approve', { type: 'ApproveAsManager', evidence });
  await ask(coach, 'follow-up', { type: 'FollowUp', status: 'green', text: `green ${name}` });
}
