/** What kind of rule the caller broke, when it leaned on something that Microsoft 365 does not have or allow. */
export type ViolationKind =
  | 'unknown-route'
  | 'unknown-option'
  | 'unknown-field'
  | 'unindexed-filter'
  | 'bad-filter'
  | 'bad-body'
  | 'bad-header'
  | 'over-limit'
  | 'bad-batch'
  | 'bad-token'
  | 'no-authorization'
  | 'unknown-host';

export type RefusalDetails = {
  /** `innerError.code`. */
  readonly inner?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Set when a correct product would never have asked this. */
  readonly violation?: ViolationKind;
};

/** An error answer of Graph: `{"error":{"code","message","innerError"}}`. Thrown by handlers, caught by the service. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(status: number, code: string, message: string, details: RefusalDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const badRequest = (message: string, violation?: ViolationKind): Refusal =>
  new Refusal(400, 'invalidRequest', message, violation && { violation });

export const notFound = (message = 'The resource could not be found.'): Refusal =>
  new Refusal(404, 'itemNotFound', message);

export const accessDenied = (): Refusal => new Refusal(403, 'accessDenied', 'Access denied');
