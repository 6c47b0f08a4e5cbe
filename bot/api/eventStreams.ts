import type { ServerResponse } from 'node:http';

/** More tabs of one person than anybody looks at; what is above is mostly connections whose other end is gone. */
const MOST_A_PERSON = 10;
/** Proxies close what is silent, and the client takes 40 s of silence for a dead connection. */
const HEARTBEAT_MS = 15_000;
/** Whose stream was closed for a newer one comes back this late, or two of them would take turns without end. */
const COME_BACK_MS = 60_000;

/** Event streams that are open in this instance. */
export type EventStreams = {
  /**
   * Keeps a stream whose head has been written alive, and closes the person's oldest when there are too many.
   * @param until ms since 1970: when what proved who they are is no longer good, the stream ends, and they prove it anew.
   */
  readonly open: (person: string, stream: ServerResponse, until?: number) => void;
  readonly count: () => number;
  /** Ends all of them; what is opened afterwards is ended at once. */
  readonly closeAll: () => void;
};

/**
 * The newest streams win: a browser's EventSource gives up for good when it is refused, and the tab somebody has just
 * opened is the one they look at. Source: HTML Standard, "Server-sent events", reestablishing the connection.
 */
export function createEventStreams({
  most = MOST_A_PERSON,
  heartbeatMs = HEARTBEAT_MS,
  now = Date.now,
} = {}): EventStreams {
  /** In the order they were opened. */
  const streams = new Map<ServerResponse, { readonly whose: string; readonly until: number }>();
  let heartbeat: NodeJS.Timeout | undefined;
  let isClosed = false;

  function beat(): void {
    for (const [stream, { until }] of streams) {
      // What was said a heartbeat ago has not left yet: nobody reads at the other end.
      if (stream.writableLength > 0) stream.destroy();
      else if (until <= now()) stream.end();
      else stream.write(': here\n\n');
    }
  }

  function forget(stream: ServerResponse): void {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearInterval(heartbeat);
    heartbeat = undefined;
  }

  function makeRoom(person: string): void {
    const own = [...streams].flatMap(([stream, { whose }]) => (whose === person ? [stream] : []));
    for (const stream of own.slice(0, Math.max(0, own.length - most + 1))) {
      forget(stream);
      stream.end(`retry: ${COME_BACK_MS}\n\n`);
    }
  }

  return {
    open: (person, stream, until = Number.POSITIVE_INFINITY) => {
      if (isClosed || until <= now()) return void stream.end();
      makeRoom(person);
      streams.set(stream, { whose: person, until });
      heartbeat ??= setInterval(beat, heartbeatMs).unref();
      stream.on('close', () => forget(stream));
    },
    count: () => streams.size,
    closeAll: () => {
      isClosed = true;
      for (const stream of [...streams.keys()]) stream.end();
    },
  };
}
