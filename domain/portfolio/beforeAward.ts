import type { Context } from '../initiatives/decision.ts';
import type { Submitted } from '../initiatives/initiative.ts';
import { maySeeFigures, type Viewer } from './visibility.ts';

/** A case as the person may read it: whole, or without what is kept until a purchase has been awarded. */
export const asSeenBy = (initiative: Submitted, viewer: Viewer, context: Context): Submitted =>
  maySeeFigures(initiative, viewer, context) ? initiative : withoutFigures(initiative);

/**
 * A case without what those who are to bid could use: the calculation, and what is written by those who work with the
 * case and decide on it, since they write of money. What is needed, how far it is and how it goes stays open.
 * Project goals are of time and cost; effect goals are of the need. Source: docs/adr/0009-permissions.md
 */
export function withoutFigures(initiative: Submitted): Submitted {
  const { estimate: _kept, ...content } = initiative.content;
  const goals = initiative.goals.filter(({ kind }) => kind === 'effect');
  return {
    ...initiative,
    ...(initiative.state === 'RETURNED' && { returned: { ...initiative.returned, reason: '' } }),
    content,
    goals,
    measurements: initiative.measurements.filter(({ goal }) => goals.some(({ id }) => id === goal)),
    decisions: initiative.decisions.map(({ reason: _reason, details: _details, ...made }) => made),
    followUps: initiative.followUps.map(({ measurement: _measured, ...made }) => ({ ...made, text: '' })),
    lessons: [],
    outcomes: [],
    recommendation: undefined,
    evidence: undefined,
  } as Submitted;
}
