import { actsAsAnywhere } from '../../organisation/lookup.ts';
import { accept, type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import { missingAt } from '../gates.ts';
import type { Initiative, Submitted } from '../initiative.ts';
import { isSubmitted } from '../initiative.ts';
import { benefitsMissed } from '../outcomes.ts';
import { isDecidedSo } from '../repeats.ts';
import type { GateCode, StateCode } from '../states.ts';
import { moveTo } from './moving.ts';

type Passing = Parameters<typeof missingAt>[1];

/** Checks that the initiative stands before the gate; just past it is quiet, unless something else is said now. */
function standsAt(
  gate: GateCode,
  command: Passing,
  initiative: Initiative,
  states: { from: readonly StateCode[]; past: readonly StateCode[] },
  context: Context,
): { initiative: Submitted } | { answer: Decided } {
  if (states.past.includes(initiative.state))
    return { answer: isDecidedSo(command, initiative) ? accept() : refuse('already-decided') };
  if (!isSubmitted(initiative) || !states.from.includes(initiative.state))
    return { answer: refuse('wrong-state') };
  const missing = missingAt(gate, command, initiative, context);
  return missing ? { answer: refuse(missing.code, missing.about) } : { initiative };
}

const noteOf = ({ note }: { note?: string | undefined }) => (note ? { note } : {});

/** G4. */
export function recommend(command: Of<'Recommend'>, initiative: Initiative, context: Context): Decided {
  const stands = standsAt('G4', command, initiative, { from: ['ASSESSMENT'], past: ['COUNCIL'] }, context);
  if ('answer' in stands) return stands.answer;
  const { recommendation, reason } = command;
  return moveTo(
    command,
    stands.initiative,
    {
      type: 'Recommended',
      ...fact(command),
      from: 'ASSESSMENT',
      to: 'COUNCIL',
      recommendation,
      reason,
    },
    context,
  );
}

/** G5. */
export function approveInCouncil(
  command: Of<'ApproveInCouncil'>,
  initiative: Initiative,
  context: Context,
): Decided {
  const stands = standsAt('G5', command, initiative, { from: ['COUNCIL'], past: ['APPROVED'] }, context);
  if ('answer' in stands) return stands.answer;
  const { reason, conditions, registryNumber } = command;
  return moveTo(
    command,
    stands.initiative,
    {
      type: 'CouncilApproved',
      ...fact(command),
      from: 'COUNCIL',
      to: 'APPROVED',
      reason,
      ...(conditions && { conditions }),
      ...(registryNumber && { registryNumber }),
    },
    context,
  );
}

/** G6. What is bought goes by procurement, the rest straight to work. */
export function start(command: Of<'Start'>, initiative: Initiative, context: Context): Decided {
  const stands = standsAt('G6', command, initiative, { from: ['APPROVED'], past: [command.next] }, context);
  if ('answer' in stands) return stands.answer;
  const { next, projectManager } = command;
  return moveTo(
    command,
    stands.initiative,
    {
      type: 'Started',
      ...fact(command),
      from: 'APPROVED',
      to: next,
      ...(projectManager && { projectManager }),
      ...noteOf(command),
    },
    context,
  );
}

/** G7. */
export function contract(command: Of<'RecordContract'>, initiative: Initiative, context: Context): Decided {
  const stands = standsAt('G7', command, initiative, { from: ['PROCUREMENT'], past: ['EXECUTION'] }, context);
  if ('answer' in stands) return stands.answer;
  return moveTo(
    command,
    stands.initiative,
    {
      type: 'Contracted',
      ...fact(command),
      from: 'PROCUREMENT',
      to: 'EXECUTION',
      ...noteOf(command),
    },
    context,
  );
}

/** G8. The light track has no introduction of its own. */
export function goLive(command: Of<'GoLive'>, initiative: Initiative, context: Context): Decided {
  const stands = standsAt(
    'G8',
    command,
    initiative,
    { from: ['EXECUTION'], past: ['INTRODUCTION'] },
    context,
  );
  if ('answer' in stands) return stands.answer;
  if (stands.initiative.track === 'light') return refuse('wrong-state');
  return moveTo(
    command,
    stands.initiative,
    {
      type: 'WentLive',
      ...fact(command),
      from: 'EXECUTION',
      to: 'INTRODUCTION',
      ...noteOf(command),
    },
    context,
  );
}

/** G9, with at least one lesson. */
export function handOver(command: Of<'HandOver'>, initiative: Initiative, context: Context): Decided {
  const light = isSubmitted(initiative) && initiative.track === 'light';
  const from = light ? 'EXECUTION' : 'INTRODUCTION';
  const stands = standsAt('G9', command, initiative, { from: [from], past: ['BENEFIT'] }, context);
  if ('answer' in stands) return stands.answer;
  return moveTo(
    command,
    stands.initiative,
    {
      type: 'HandedOver',
      ...fact(command),
      from,
      to: 'BENEFIT',
      lesson: command.lesson,
    },
    context,
  );
}

/** G10. The benefit owner closes; when benefits were missed by more than a fifth only the head of digitalisation may. */
export function close(command: Of<'Close'>, initiative: Initiative, context: Context): Decided {
  const stands = standsAt('G10', command, initiative, { from: ['BENEFIT'], past: ['CLOSED'] }, context);
  if ('answer' in stands) return stands.answer;
  if (benefitsMissed(stands.initiative) && !isHead(command.actor, command.day, context))
    return refuse('benefits-missed');
  return moveTo(
    command,
    stands.initiative,
    { type: 'Closed', ...fact(command), from: 'BENEFIT', to: 'CLOSED', ...noteOf(command) },
    context,
  );
}

const isHead = (actor: string, day: string, { organisation }: Context): boolean =>
  actsAsAnywhere(organisation, actor, 'headOfDigitalisation', day);
