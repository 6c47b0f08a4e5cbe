import { StoreUnavailable } from '../../../app/ports/eventLog.ts';

/** Graph did not answer, or not clearly. A write may or may not have happened: look before trying again. */
export class GraphUnclear extends StoreUnavailable {}

/** Graph would not take the call now (throttled, no time left). Nothing was written. */
export class GraphBusy extends StoreUnavailable {}

/**
 * Graph said no, and would say so again: no grant, a list that is gone, a field that is not there.
 * `status` is HTTP's; `graphCode` is Graph's word for it. Never holds the text of the answer, which may quote values.
 */
export class GraphRefused extends StoreUnavailable {
  readonly status: number;
  readonly graphCode: string | undefined;
  constructor(what: string, status: number, graphCode: string | undefined) {
    super(`${what}: Graph answered ${status}${graphCode ? ` ${graphCode}` : ''}`);
    this.status = status;
    this.graphCode = graphCode;
  }
}

/** Entra gave no token. `entraCode` is its own word for why (`AADSTS7000222`); undefined when it never answered. */
export class SignInFailed extends StoreUnavailable {
  readonly entraCode: string | undefined;
  constructor(what: string, { cause }: { readonly cause: unknown }) {
    const entraCode = /AADSTS\d+/.exec(String(cause))?.[0];
    super(entraCode ? `${what}: ${entraCode}` : what, { cause });
    this.entraCode = entraCode;
  }
}

/** The site is there, but not what provisioning makes in it. */
export class NotProvisioned extends StoreUnavailable {}
