import type { MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { StoreUnavailable } from '../../../app/ports/eventLog.ts';
import type { Urgency } from './units.ts';

/** What a single call says to the transport; travels with it through the Graph client. */
export class CallOptions implements MiddlewareOptions {
  readonly urgency: Urgency;
  /** Resource units the call costs. */
  readonly units: number;
  /** Moment of the transport's clock after which nobody waits for the answer. */
  readonly deadline: number;
  /** Why there is no answer; the Graph client would wrap a thrown error in one of its own. */
  failure?: StoreUnavailable;
  constructor(urgency: Urgency, units: number, deadline: number) {
    this.urgency = urgency;
    this.units = units;
    this.deadline = deadline;
  }
}
