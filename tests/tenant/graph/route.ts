import type { Outgoing } from '../http/exchange.ts';
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

/** Only the properties named in `$select`, so that nobody leans on one that was not asked for. */
export function selected({ options }: GraphCall, body: object): object {
  const names = options
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (!names) return body;
  const isWanted = (name: string): boolean => name.startsWith('@odata.') || names.includes(name);
  return Object.fromEntries(Object.entries(body).filter(([name]) => isWanted(name)));
}
