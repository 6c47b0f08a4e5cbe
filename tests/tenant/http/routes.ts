import { attempt } from './attempt.ts';
import { Refusal } from './refusal.ts';

/** Words between braces in a route's pattern: `{x}` is one segment, `{+x}` may hold slashes. */
export type Params = Readonly<Record<string, string>>;

export type Matched<R> = { readonly route: R; readonly params: Params };

type Compiled<R> = { readonly method: string; readonly pattern: RegExp; readonly route: R };

/**
 * Finds the route for a request. A colon ends a segment where Graph's own path syntax needs it (`root:/a/b:/content`).
 * @throws Refusal 405 when the path is known with other methods, 404 when nothing is known.
 */
export function createRoutes<R extends { readonly method: string; readonly pattern: string }>(
  routes: readonly R[],
  segment = '[^/:]+',
): (method: string, path: string) => Matched<R> {
  const compiled: Compiled<R>[] = routes.map((route) => ({
    method: route.method,
    pattern: compile(route.pattern, segment),
    route,
  }));
  return (method, path) => {
    let known = false;
    for (const { method: wanted, pattern, route } of compiled) {
      const found = pattern.exec(path);
      if (!found) continue;
      if (wanted === method) return { route, params: decoded(found.groups ?? {}) };
      known = true;
    }
    if (known)
      throw new Refusal(405, 'Request_BadRequest', `Method ${method} is not known here`, {
        violation: 'unknown-route',
      });
    throw new Refusal(400, 'BadRequest', "Resource not found for the segment in the request's path.", {
      violation: 'unknown-route',
    });
  };
}

function compile(pattern: string, segment: string): RegExp {
  const source = pattern
    .replaceAll(/[.$()*?[\]^|\\]/g, String.raw`\$&`)
    .replaceAll(/\{\+(\w+)\}/g, '(?<$1>.+)')
    .replaceAll(/\{(\w+)\}/g, `(?<$1>${segment})`);
  return new RegExp(`^${source}/?$`, 'i');
}

function decoded(groups: Readonly<Record<string, string>>): Params {
  const plain = attempt(() =>
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)] as const),
  );
  if (plain) return Object.fromEntries(plain.value);
  throw new Refusal(400, 'BadRequest', 'The path is not percent-encoded as it should be', {
    violation: 'unknown-route',
  });
}
