import { ordersFor } from '../../domain/initiatives/available.ts';
import type { OrderType } from '../../domain/initiatives/commands.ts';
import { hearOf, lookAnew } from '../app/lookAnew.ts';
import { ORGANISATION_STREAM } from '../app/streams.ts';
import type { Verb } from '../cards/verbs.ts';
import type { Ask, Deps } from './ask.ts';
import { caseOf } from './inputs.ts';
import { findInitiative } from './look.ts';

/** What a button is for; whoever has it on a card could once do it. */
const LEADS_TO: Partial<Record<Verb, OrderType>> = {
  'review-open': 'ApproveAsManager',
  approve: 'ApproveAsManager',
  return: 'Return',
  reject: 'Reject',
  forward: 'Forward',
  'resubmit-open': 'Resubmit',
  resubmit: 'Resubmit',
  'follow-up-open': 'FollowUp',
  'follow-up-save': 'FollowUp',
  'deviation-open': 'DecideOnDeviation',
  'deviation-decide': 'DecideOnDeviation',
};

/**
 * A case we have not heard of, or that does not take this button as we know it, may have been written by another
 * instance a moment ago: then the log itself is asked before anybody is told no. A case that somebody asks to see is
 * looked at too: the card stays in the chat, and is only rewritten for what happens from now on.
 */
export async function learn(ask: Ask, deps: Deps, verb?: Verb): Promise<void> {
  const { turn, viewer, data } = ask;
  const name = caseOf(data);
  if (name === undefined) return;
  const known = findInitiative(name, deps);
  if (!known) return lookAnew(deps.casebook, name);
  if (turn.trigger === 'automatic') return;
  if (isToBeSeen(ask, verb)) return hearOf(deps.casebook, known.id);
  const order = verb && LEADS_TO[verb];
  const asking = { actor: viewer.person, at: viewer.at, day: viewer.day };
  if (order && !ordersFor(known, asking, deps.context()).includes(order))
    await Promise.all([known.id, ORGANISATION_STREAM].map((stream) => deps.casebook.reload(stream)));
}

/** What is decided by a typed sentence asks the log itself when it is written. */
const isToBeSeen = ({ data }: Ask, verb: Verb | undefined): boolean =>
  verb === 'case-show' || (verb === undefined && data.reason === undefined);
