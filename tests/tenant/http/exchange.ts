/** A request as the tenant sees it, whichever way it came (HTTPS, plain HTTP, in process, or as a part of a batch). */
export type Incoming = {
  readonly method: string;
  /** The host the caller meant, such as `graph.microsoft.com`. */
  readonly host: string;
  /** What links in the answer begin with, such as `https://graph.microsoft.com`. */
  readonly origin: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
};

/** `body` becomes JSON, `text` and `bytes` go as they are. `lost` means: cut the connection instead of answering. */
export type Outgoing = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly bytes?: Buffer;
  readonly lost?: 'reset' | 'silence';
};

export type Handle = (request: Incoming) => Outgoing | Promise<Outgoing>;
