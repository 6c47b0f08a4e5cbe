import type { Handler } from '../ask.ts';
import { beginnings, problemReply } from '../propose/problemReply.ts';
import { asDialog } from './dialog.ts';

/** "Gör ett förslag" on a message: its text is the problem, ready to be edited. */
export const proposalFromMessage: Handler = async (ask, deps) => {
  const { messageText, text } = ask.turn;
  return asDialog(problemReply(ask, deps, { values: beginnings(messageText ?? text, ask, deps) }), ask.texts);
};
