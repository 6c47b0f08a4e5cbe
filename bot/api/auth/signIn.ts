/** Why somebody whose request was understood is not let in; the code is a text key in `refusals`. */
export class SignInProblem extends Error {
  readonly status: 403 | 503;
  readonly code: 'guest-account' | 'sign-in-unavailable';
  constructor(status: 403 | 503, code: 'guest-account' | 'sign-in-unavailable', cause?: unknown) {
    super(code, { cause });
    this.status = status;
    this.code = code;
  }
}
