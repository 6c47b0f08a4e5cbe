import type { InitiativeCommand } from './commands.ts';
import { containsPersonalNumber } from './personalNumbers.ts';

/** Texts the server made itself; ids hold digits that are nobody's number. */
const NOT_WRITTEN = new Set(['actor', 'at', 'day', 'type', 'id', 'number', 'similar', 'item', 'goal', 'due', 'until']);

/**
 * The first field of a command whose text holds a personal number, as a dotted path, e.g. `content.problem`.
 * Looks at every string a person can have written, however deep, so that a new field cannot be forgotten.
 */
export function personalNumberIn(command: InitiativeCommand): string | undefined {
  return findIn(command, '');
}

function findIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return containsPersonalNumber(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && NOT_WRITTEN.has(name)) continue;
    if (path === '' && name === 'similar') continue;
    const found = findIn(inner, path ? `${path}.${name}` : name);
    if (found) return found;
  }
  return undefined;
}
