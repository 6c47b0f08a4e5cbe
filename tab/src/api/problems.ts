import type { InitiativeView } from '../../../domain/portfolio/views.ts';

/**
 * What went wrong with a request, as data. `code` is a text key in `refusals.json` where the tab knows it; `detail` is
 * the server's own text in the person's language. `status` 0 means that no answer came at all.
 */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** Fields or ids the problem is about. */
  readonly about?: readonly string[];
  readonly errors?: readonly FieldError[];
  /** The state now, for 409 and some refusals. */
  readonly initiative?: InitiativeView;
};

export type FieldError = { readonly path: string; readonly code: string };

export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.status} ${problem.code}`, options);
    this.problem = problem;
  }
}

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'unauthorised',
  403: 'not-allowed',
  404: 'unknown-initiative',
  409: 'stale',
  502: 'store-unavailable',
  503: 'store-unavailable',
  504: 'store-unavailable',
};

/** Reads a problem+json body; an answer from something in between (HTML, nothing) is named by its status. */
export function readProblem(status: number, body: unknown): Problem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : undefined);
  const detail = text('detail');
  const about = Array.isArray(fields.about) ? fields.about.map(String) : undefined;
  const errors = Array.isArray(fields.errors) ? fields.errors.map(readFieldError) : undefined;
  return {
    status,
    code: text('code') ?? CODE_OF_STATUS[status] ?? 'unexpected',
    ...(detail && { detail }),
    ...(about && { about }),
    ...(errors && { errors }),
    ...(typeof fields.initiative === 'object' && fields.initiative !== null
      ? { initiative: fields.initiative as InitiativeView }
      : {}),
  };
}

function readFieldError(value: unknown): FieldError {
  const { path, code } = value as { path?: unknown; code?: unknown };
  const dotted = Array.isArray(path)
    ? path.join('.')
    : String(path ?? '')
        .replace(/^\//, '')
        .replaceAll('/', '.');
  return { path: dotted.replace(/^order\./, ''), code: String(code ?? 'invalid') };
}

export const problemOf = (error: unknown): Problem =>
  error instanceof ApiError ? error.problem : { status: 0, code: 'unexpected' };

/** No answer came, or one that says nothing of what happened: the same operation may be sent again. */
export const isUncertain = ({ status }: Problem): boolean => status === 0 || status >= 500;
