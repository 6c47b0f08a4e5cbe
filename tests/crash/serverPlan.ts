/** What a server process is told once it has loaded its code, and begins with. */
export type ServerPlan = {
  readonly dataDir: string;
  /** Its clock shows this (ISO 8601 UTC) at the beginning and goes on from there. */
  readonly startsAt: string;
};

/** What it says: `loaded` when it can begin, its address when it listens. */
export type ServerReport = { readonly loaded: true } | { readonly url: string };
