import type { InitiativeCommand } from './commands.ts';
import type { ImportCommand } from './importing.ts';
import { containsPersonalNumber } from './personalNumbers.ts';

/** What the server wrote in the command itself. */
const FROM_SERVER: readonly string[] = ['type', 'actor', 'at', 'day', 'number', 'similar', 'targetState'];

/**
 * Names of coaches, units, cases and goals that are there already: chosen, not written. The id of a new goal is made by
 * whoever sends it, so it is looked at like any text, and so are other people: the directory names them by GUID.
 */
const CHOSEN = new Set([
  'coach',
  'unit',
  'target',
  'item',
  'content.unit',
  'measurement.goal',
  'evidence.similarAnswers.*.id',
]);

/** A GUID is made by a machine; its digits are nobody's number. So are those of a stream named after one. */
const MACHINE_MADE = /^(?:I-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The first field of a command whose text holds a personal number, as a dotted path, e.g. `content.problem`.
 * Looks at every string that came from outside, however deep, but for names that are chosen and not written: so a new
 * field of free text cannot be forgotten.
 */
export function personalNumberIn(command: InitiativeCommand | ImportCommand): string | undefined {
  for (const [name, value] of Object.entries(command)) {
    if (FROM_SERVER.includes(name)) continue;
    const found = findIn(value, name);
    if (found) return found;
  }
  return undefined;
}

function findIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string')
    return isWritten(value, path) && containsPersonalNumber(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = findIn(inner, `${path}.${name}`);
    if (found) return found;
  }
  return undefined;
}

const isWritten = (value: string, path: string): boolean =>
  !CHOSEN.has(path.replace(/\.\d+(?=\.)/g, '.*')) && !MACHINE_MADE.test(value);
