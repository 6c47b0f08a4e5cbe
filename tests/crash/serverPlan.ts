/** What a server process is told. */
export type ServerPlan = {
  readonly dataDir: string;
  /** On loopback; 0 for any free one. */
  readonly port: number;
  /** Its clock shows this (ISO 8601 UTC) when the process begins, and goes on from there. */
  readonly startsAt: string;
};

/** What it tells when it listens. */
export type ServerReport = { readonly url: string };
