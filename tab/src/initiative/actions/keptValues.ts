import { guarded } from '../../elements/guarded.ts';
import type { FormValues } from './fieldSpecs.ts';

const PREFIX = 'fardplan.svar.';

/** What is typed in the form of an order, until it is sent or taken back: per person, case and order. */
export const keptValuesKey = (person: string, initiative: string, order: string): string =>
  `${PREFIX}${person}.${initiative}.${order}`;

/** Only as long as the tab is open: a half-written decision is nothing to come back to next month. */
export const keepValues = (key: string, values: FormValues): void => {
  guarded(() => sessionStorage.setItem(key, JSON.stringify(values)));
};

export const forgetValues = (key: string): void => {
  guarded(() => sessionStorage.removeItem(key));
};

/** What was typed here before a reload or a detour to another page; nothing for anything odd. */
export function readValues(key: string): FormValues {
  const read: unknown = guarded(() => JSON.parse(sessionStorage.getItem(key) ?? '{}'));
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(
    Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
