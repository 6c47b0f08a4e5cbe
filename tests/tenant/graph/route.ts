import type { Outgoing } from '../http/exchange.ts';
import { badRequest } from '../http/refusal.ts';
import type { Params } from '../http/routes.ts';
import type { World } from './world.ts';

/** Who calls, from the token. */
export type Caller = {
  readonly app: string;
  readonly displayName: string;
  readonly roles: ReadonlySet<string>;
};

export type GraphCall = {
  readonly world: World;
  readonly caller: Caller;
  readonly params: Params;
  /** Query options with their `$`: Graph accepts `expand` for `$expand`. */
  readonly options: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined when there is none. */
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly origin: string;
};

export type GraphRoute = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly pattern: string;
  /** Query options that Graph documents here; every other one is refused and recorded. */
  readonly options?: readonly string[];
  /** SharePoint resource units; 0 for what is not SharePoint. */
  readonly units: number | ((call: GraphCall) => number);
  readonly handle: (call: GraphCall) => Outgoing;
};

export const ok = (body: unknown, headers?: Readonly<Record<string, string>>): Outgoing => ({
  status: 200,
  body,
  headers,
});
export const created = (body: unknown): Outgoing => ({ status: 201, body });
export const noContent = (): Outgoing => ({ status: 204 });

export const linkTo = (call: GraphCall, path: string): string => `${call.origin}/v1.0${path}`;

/**
 * Only the properties named in `$select`, so that nobody leans on one that was not asked for.
 * @param sometimes properties that exist but are not on every one. @throws Refusal for a property that does not exist.
 */
export function selected({ options }: GraphCall, body: object, sometimes: readonly string[] = []): object {
  const names = options
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (!names) return body;
  const strange = names.find((name) => !(name in body) && !sometimes.includes(name));
  if (strange !== undefined)
    throw badRequest(`Could not find a property named '${strange}'`, 'unknown-field');
  const isWanted = (name: string): boolean => name.startsWith('@odata.') || names.includes(name);
  return Object.fromEntries(Object.entries(body).filter(([name]) => isWanted(name)));
}

/** The members of an object in a body. @throws Refusal for one that Graph does not know there. */
export function membersOf(
  given: unknown,
  known: readonly string[],
  what: string,
): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badRequest(`${what} is an object`, 'bad-body');
  const strange = Object.keys(given).find((name) => !known.includes(name) && !name.startsWith('@odata.'));
  if (strange) throw badRequest(`Invalid request: unknown property '${strange}' of ${what}`, 'bad-body');
  return given as Readonly<Record<string, unknown>>;
}
