import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { CHANNEL, channel, chatWith } from './turns.ts';

export const chat = (person: string): string => chatWith(person).id;

/** Where new messages went, in order. */
export const recipients = ({ messenger }: TestHouse): string[] =>
  messenger.sent.filter(({ isUpdate }) => !isUpdate).map(({ to }) => to);

/** New messages as `recipient: toast`, in order. */
export const said = ({ messenger }: TestHouse): string[] =>
  messenger.sent.flatMap(({ to, message, isUpdate }) =>
    isUpdate ? [] : [`${to}: ${message.summary ?? ''}`],
  );

/** What the store holds of an initiative's messages. */
export const statesOf = async ({ deliveries }: TestHouse, id: string) =>
  (await deliveries.forInitiative(id)).map(({ content, to, updates, state }) => ({
    notice: content.notice,
    to: to.kind === 'person' ? to.person : to.channel,
    isUpdate: updates !== undefined,
    state,
  }));

/** A house whose channel is tied to the department and can be written to. */
export async function tiedHouse(): Promise<TestHouse> {
  const house = await testHouse();
  await house.conversations.save(channel());
  const order = { type: 'LinkChannel', channel: CHANNEL, unit: 'vof' } as const;
  await house.handleOrganisation(order, 'op-link', PEOPLE.head);
  return house;
}
