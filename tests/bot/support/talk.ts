import type { CardJson, Conversation } from '../../../bot/app/ports/index.ts';
import type { Reply, Turn } from '../../../bot/app/turn.ts';
import type { TestHouse } from '../house.ts';
import { type Action, actionIn, cardOf, inputsIn } from './cardReading.ts';
import { chatWith, turn } from './turns.ts';

export type Inputs = Readonly<Record<string, unknown>>;

/** Somebody in front of a Teams client: says things, fills in cards, presses buttons. */
export function person(house: TestHouse, actor: string, conversation: Conversation = chatWith(actor)) {
  const send = (changes: Partial<Turn>): Promise<Reply> =>
    house.bot.handle(turn({ conversation, ...changes, actor }));

  return {
    send,
    reply: (text: string) => send({ kind: 'message', text }),
    /** What comes back to a sentence, which must be a card. */
    say: async (text: string): Promise<CardJson> => cardOf(await send({ kind: 'message', text })),
    /** Presses a button as clients do: the values of all inputs go along, unless the button says not to. */
    press: async (card: CardJson, verb: string, inputs: Inputs = {}): Promise<CardJson> =>
      cardOf(await send(pressing(actionIn(card, verb), card, inputs))),
    /** A button of a card that is not at hand. */
    verb: async (verb: string, data: Inputs = {}): Promise<CardJson> =>
      cardOf(await send({ kind: 'action', verb, data, trigger: 'manual' })),
  };
}

export const pressing = (
  action: Action & { associatedInputs?: string },
  card: CardJson,
  inputs: Inputs = {},
): Partial<Turn> => ({
  kind: 'action',
  verb: action.verb,
  data: action.associatedInputs === 'none' ? action.data : { ...valuesIn(card), ...inputs, ...action.data },
  trigger: 'manual',
  replyToId: 'the-card',
});

const valuesIn = (card: CardJson): Inputs =>
  Object.fromEntries(
    inputsIn(card)
      .filter(({ value }) => value !== undefined)
      .map(({ id, value }) => [id, value]),
  );
