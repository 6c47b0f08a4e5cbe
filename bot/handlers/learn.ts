import { ordersFor } from '../../domain/initiatives/available.ts';
import type { OrderType } from '../../domain/initiatives/commands.ts';
import { lookAnew } from '../app/lookAnew.ts';
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
 * instance a moment ago: then the log itself is asked before anybody is told no.
 */
export async function learn({ turn, viewer, data }: Ask, deps: Deps, verb?: Verb): Promise<void> {
  const name = caseOf(data);
  if (name === undefined) return;
  const known = findInitiative(name, deps);
  const order = verb && turn.trigger !== 'automatic' ? LEADS_TO[verb] : undefined;
  const asking = { actor: viewer.person, at: viewer.at, day: viewer.day };
  if (known && (!order || ordersFor(known, asking, deps.context()).includes(order))) return;
  await lookAnew(deps.casebook, known?.id ?? name);
}
