import type { OrderType } from '../../../../domain/initiatives/commands.ts';
import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import type { FormValues } from './fieldSpecs.ts';

/** What a form begins with: a classification is looked over as it stands, not made from nothing each time. */
export function startingValues(type: OrderType, { classification }: InitiativeView): FormValues {
  if (type !== 'Classify' || !classification) return {};
  return Object.fromEntries(
    Object.entries(classification).map(([aspect, grade]) => [`classification.${aspect}`, String(grade)]),
  );
}
