/** Readers for JSON that may be anything. They never throw; what is not as expected is simply not there. */

export type Fields = Readonly<Record<string, unknown>>;

const NOTHING: Fields = Object.freeze({});
const DEEPEST = 20;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fields = (value: unknown): Fields => (isFields(value) ? value : NOTHING);

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const string = (value: unknown, longest = 1_000): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;

/**
 * Card data and inputs as they came, still hostile: names and types are for the handler's schema to judge.
 * Only shapes that could hurt that judge are emptied: nesting past 20 levels, and `__proto__` as a name.
 */
export function cardData(value: unknown): Fields {
  if (!isFields(value)) return NOTHING;
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === DEEPEST) return NOTHING;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (Object.hasOwn(item, '__proto__')) return NOTHING;
      for (const inner of Object.values(item)) next.push(inner);
    }
    level = next;
  }
  return value;
}
