import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServerKind, ServerMessage, ServerQuestion, ServerSetup } from './protocol.ts';

export type Server = {
  readonly url: string;
  /** Processor time used since the process began, in ms. */
  readonly cpuMs: () => Promise<number>;
  /** After a collection. */
  readonly heapBytes: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

export type StartOptions = Omit<ServerSetup, 'kind' | 'turnModule'> & {
  /** File URL of a `TurnModule`; without it an echo. */
  readonly turnModule?: string;
};

const PROGRAM = fileURLToPath(new URL('./server.ts', import.meta.url));
const ECHO = new URL('./echoTurn.ts', import.meta.url).href;

/** Starts a bot in a process of its own, so that its processor time can be told from the client's. */
export async function startServer(
  kind: ServerKind,
  { turnModule = ECHO, ...rest }: StartOptions,
): Promise<Server> {
  const setup: ServerSetup = { ...rest, kind, turnModule };
  const child = fork(PROGRAM, [JSON.stringify(setup)], { execArgv: ['--expose-gc'] });
  const { port } = (await answerOf(child)) as { port: number };
  const ask = (question: ServerQuestion): Promise<ServerMessage> => {
    child.send(question);
    return answerOf(child);
  };
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    cpuMs: async () => ((await ask('cpu')) as { cpuMs: number }).cpuMs,
    heapBytes: async () => ((await ask('heap')) as { heapBytes: number }).heapBytes,
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<ServerMessage> {
  const answered = new AbortController();
  const { signal } = answered;
  const died = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the server process ended with ${code}`);
  });
  died.catch(() => undefined);
  const [message] = (await Promise.race([once(child, 'message', { signal }), died])) as [ServerMessage];
  answered.abort();
  return message;
}
