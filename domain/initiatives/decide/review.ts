import { actsAs, nearestHolders, unitOf } from '../../organisation/lookup.ts';
import { accept, type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { InitiativeEvent } from '../events.ts';
import { missingAt } from '../gates.ts';
import { decidingUnit, type Initiative, type Submitted } from '../initiative.ts';
import { schedule } from './scheduling.ts';

/** Waiting for a manager: in review, or forwarded to another unit. */
const waitsForManager = (
  initiative: Initiative,
): initiative is Submitted & { state: 'MANAGER_REVIEW' | 'FORWARDED' } =>
  initiative.state === 'MANAGER_REVIEW' || initiative.state === 'FORWARDED';

/** A manager who decides on a forwarded case takes it over in the same breath. */
const received = (command: { actor: string; at: string }, { state }: Submitted): InitiativeEvent[] =>
  state === 'FORWARDED'
    ? [{ type: 'ForwardReceived', ...fact(command), from: 'FORWARDED', to: 'MANAGER_REVIEW' }]
    : [];

/** Whoever comes too late learns that it is decided. */
const notWaiting = ({ decisions }: Initiative): Decided =>
  refuse(decisions.some(({ from }) => from === 'MANAGER_REVIEW') ? 'already-decided' : 'wrong-state');

/** G2. On the light track the work starts at once, otherwise preparation does. A coach is assigned by unit. */
export function approve(command: Of<'ApproveAsManager'>, initiative: Initiative, context: Context): Decided {
  if (!waitsForManager(initiative)) return notWaiting(initiative);
  const missing = missingAt('G2', command, initiative, context);
  if (missing) return refuse(missing.code, missing.about);
  const to = initiative.track === 'light' ? 'EXECUTION' : 'PREPARATION';
  const { evidence, note } = command;
  return accept(
    ...received(command, initiative),
    {
      type: 'ApprovedByManager',
      ...fact(command),
      from: 'MANAGER_REVIEW',
      to,
      evidence,
      ...(note && { note }),
    },
    ...coachFor(command, { coach: initiative.coach, unit: decidingUnit(initiative) }, context),
    ...schedule(command, to, initiative, context),
  );
}

/**
 * The coach who already has the case keeps it when it is the unit's own or nobody else is. The holder is assigned, also
 * during a leave: the substitute acts meanwhile (`coachOf`).
 */
export function coachFor(
  command: { readonly actor: string; readonly at: string; readonly day: string },
  { coach, unit }: { readonly coach?: string | undefined; readonly unit: string },
  { organisation }: Context,
): InitiativeEvent[] {
  const [holder] = nearestHolders(organisation, 'coach', unit, command.day);
  if (coach !== undefined && (!holder || actsAs(organisation, coach, 'coach', unit, command.day))) return [];
  if (!holder) return [{ type: 'CoachMissing', ...fact(command), unit }];
  return [{ type: 'CoachAssigned', ...fact(command), coach: holder.person }];
}

/** Återremiss: from the manager, the preparation group or the council, always with a reason. */
export function returnToProposer(command: Of<'Return'>, initiative: Initiative): Decided {
  const { reason } = command;
  if (initiative.state === 'ASSESSMENT' || initiative.state === 'COUNCIL')
    return accept({ type: 'Returned', ...fact(command), from: initiative.state, to: 'RETURNED', reason });
  if (!waitsForManager(initiative)) return notWaiting(initiative);
  return accept(...received(command, initiative), {
    type: 'Returned',
    ...fact(command),
    from: 'MANAGER_REVIEW',
    to: 'RETURNED',
    reason,
  });
}

export function reject(command: Of<'Reject'>, initiative: Initiative): Decided {
  const { reason } = command;
  if (initiative.state === 'COUNCIL')
    return accept({ type: 'Rejected', ...fact(command), from: 'COUNCIL', to: 'REJECTED', reason });
  if (!waitsForManager(initiative)) return notWaiting(initiative);
  return accept(...received(command, initiative), {
    type: 'Rejected',
    ...fact(command),
    from: 'MANAGER_REVIEW',
    to: 'REJECTED',
    reason,
  });
}

/** To the unit it belongs to; its manager decides from there. */
export function forward(command: Of<'Forward'>, initiative: Initiative, { organisation }: Context): Decided {
  const { unit, reason } = command;
  if (!waitsForManager(initiative)) return notWaiting(initiative);
  if (!unitOf(organisation, unit)) return refuse('unknown-unit', ['unit']);
  if (unit === decidingUnit(initiative)) return refuse('same-unit', ['unit']);
  return accept(...received(command, initiative), {
    type: 'Forwarded',
    ...fact(command),
    from: 'MANAGER_REVIEW',
    to: 'FORWARDED',
    unit,
    reason,
  });
}
