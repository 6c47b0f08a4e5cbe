import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Conversation } from '../../../../bot/app/ports/index.ts';
import type { Reply, Turn } from '../../../../bot/app/turn.ts';
import { createTeams, type Teams, type TeamsSettings } from '../../../../bot/teams/createTeams.ts';
import type { Fields } from '../../../../bot/teams/inbound/values.ts';
import { createLocalGuard } from '../../../../bot/teams/localGuard.ts';
import { activity } from './activities.ts';
import { type ConnectorStub, startConnectorStub } from './connectorStub.ts';

export type LogLine = { readonly level: string; readonly message: string } & Fields;

export type Edge = {
  readonly teams: Teams;
  readonly stub: ConnectorStub;
  readonly port: number;
  readonly turns: Turn[];
  readonly conversations: Conversation[];
  readonly lines: LogLine[];
  /** Set to say what the bot does in the tests that follow. */
  handle: (turn: Turn) => Promise<Reply>;
  onError: (turn: Turn, error: unknown) => Reply | Promise<Reply>;
  /** A recorded activity, as if sent by the stub's Teams. */
  readonly recorded: (name: string, changes?: Record<string, unknown>) => Fields;
  readonly post: (body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly type: string;
};

export const SILENT = async (): Promise<Reply> => ({ nothing: true });

/** The whole Teams edge on loopback behind restify, as the product mounts it, with a stub for the connector. */
export async function startEdge(settings: Partial<TeamsSettings> = {}): Promise<Edge> {
  const stub = await startConnectorStub();
  const lines: LogLine[] = [];
  const line = (level: string) => (fields: object, message: string) =>
    void lines.push({ ...fields, level, message });
  let calls = 0;
  const teams = createTeams({
    guard: createLocalGuard(),
    handle: (turn) => {
      edge.turns.push(turn);
      return edge.handle(turn);
    },
    onError: (turn, error) => edge.onError(turn, error),
    onConversation: (conversation) => void edge.conversations.push(conversation),
    ownChatOf: async (person) =>
      edge.conversations.find((chat) => chat.kind === 'personal' && chat.person === person),
    texts: {
      workingOnIt: () => 'Det tar en stund till.',
      failed: ({ correlationId }) => `Det gick inte. Ange ${correlationId}.`,
      received: () => 'Tack, mottaget.',
    },
    log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
    clock: () => new Date().toISOString(),
    newId: () => `correlation-${++calls}`,
    ...settings,
  });
  const server = restify.createServer();
  server.post('/api/messages', teams.endpoint);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/messages`;

  const edge: Edge = {
    teams,
    stub,
    port,
    turns: [],
    conversations: [],
    lines,
    handle: SILENT,
    onError: () => ({ text: 'Något gick fel.' }),
    recorded: (name, changes) => activity(name, { serviceUrl: stub.serviceUrl, ...changes }),
    post: async (body, headers = {}) => {
      const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      const response = await fetch(url, {
        method: 'POST',
        body: raw as BodyInit,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const text = await response.text();
      const type = response.headers.get('content-type') ?? '';
      return {
        status: response.status,
        text,
        json: type.includes('json') ? JSON.parse(text) : undefined,
        type,
      };
    },
    stop: async () => {
      await teams.settled();
      await stub.stop();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return edge;
}
