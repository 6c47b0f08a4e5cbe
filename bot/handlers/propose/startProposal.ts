import type { Handler } from '../ask.ts';
import { textOf } from '../inputs.ts';
import { beginnings, problemReply } from './problemReply.ts';

/** Step 1: the problem, with the own unit chosen. What was written in the chat comes along. */
export const startProposal: Handler = async (ask, deps) =>
  problemReply(ask, deps, { values: beginnings(textOf(ask.data, 'text'), ask, deps) });
