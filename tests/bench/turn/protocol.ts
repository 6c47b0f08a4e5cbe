import type { Reply, Turn } from '../../../bot/app/turn.ts';

/** A module named by `turnModule` exports this: the bot whose turn is measured, ready with all it needs. */
export type TurnModule = {
  readonly createTurn: () => ((turn: Turn) => Promise<Reply>) | Promise<(turn: Turn) => Promise<Reply>>;
};

export type ServerKind = 'stock' | 'ours';

/** What a server process is told when it starts. */
export type ServerSetup = {
  readonly kind: ServerKind;
  readonly appId: string;
  readonly tenantId: string;
  readonly issuer: string;
  readonly metadataUrl: string;
  /** File URL. */
  readonly turnModule: string;
};

/** What it answers: its port when it listens, and on request what it has used so far. */
export type ServerMessage =
  | { readonly port: number }
  | { readonly cpuMs: number; readonly heapBytes: number; readonly residentBytes: number };
