import { actsAsAnywhere } from '../../organisation/lookup.ts';
import { type Context, type Decided, fact, type Of, refuse } from '../decision.ts';
import type { Initiative } from '../initiative.ts';
import { benefitsMissed } from '../outcomes.ts';
import { noteOf, passGate } from './moving.ts';

/** G4. */
export function recommend(command: Of<'Recommend'>, initiative: Initiative, context: Context): Decided {
  const { recommendation, reason } = command;
  return passGate('G4', command, initiative, context, {
    type: 'Recommended',
    ...fact(command),
    from: 'ASSESSMENT',
    to: 'COUNCIL',
    recommendation,
    reason,
  });
}

/** G5. */
export function approveInCouncil(
  command: Of<'ApproveInCouncil'>,
  initiative: Initiative,
  context: Context,
): Decided {
  const { reason, conditions, registryNumber } = command;
  return passGate('G5', command, initiative, context, {
    type: 'CouncilApproved',
    ...fact(command),
    from: 'COUNCIL',
    to: 'APPROVED',
    reason,
    ...(conditions && { conditions }),
    ...(registryNumber && { registryNumber }),
  });
}

/** G6. What is bought goes by procurement, the rest straight to work. */
export function start(command: Of<'Start'>, initiative: Initiative, context: Context): Decided {
  const { next, projectManager } = command;
  return passGate('G6', command, initiative, context, {
    type: 'Started',
    ...fact(command),
    from: 'APPROVED',
    to: next,
    ...(projectManager && { projectManager }),
    ...noteOf(command),
  });
}

/** G7. */
export function contract(command: Of<'RecordContract'>, initiative: Initiative, context: Context): Decided {
  return passGate('G7', command, initiative, context, {
    type: 'Contracted',
    ...fact(command),
    from: 'PROCUREMENT',
    to: 'EXECUTION',
    ...noteOf(command),
  });
}

/** G8. The light track has no introduction of its own. */
export function goLive(command: Of<'GoLive'>, initiative: Initiative, context: Context): Decided {
  if (initiative.track === 'light') return refuse('wrong-state');
  return passGate('G8', command, initiative, context, {
    type: 'WentLive',
    ...fact(command),
    from: 'EXECUTION',
    to: 'INTRODUCTION',
    ...noteOf(command),
  });
}

/** G9, with at least one lesson. */
export function handOver(command: Of<'HandOver'>, initiative: Initiative, context: Context): Decided {
  return passGate('G9', command, initiative, context, {
    type: 'HandedOver',
    ...fact(command),
    from: initiative.track === 'light' ? 'EXECUTION' : 'INTRODUCTION',
    to: 'BENEFIT',
    lesson: command.lesson,
  });
}

/** G10. The benefit owner closes; when benefits were missed by more than a fifth only the head of digitalisation may. */
export function close(command: Of<'Close'>, initiative: Initiative, context: Context): Decided {
  if (initiative.state === 'BENEFIT' && benefitsMissed(initiative) && !isHead(command, context))
    return refuse('benefits-missed');
  return passGate('G10', command, initiative, context, {
    type: 'Closed',
    ...fact(command),
    from: 'BENEFIT',
    to: 'CLOSED',
    ...noteOf(command),
  });
}

const isHead = ({ actor, day }: Of<'Close'>, { organisation }: Context): boolean =>
  actsAsAnywhere(organisation, actor, 'headOfDigitalisation', day);
