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

/** Asked while it runs: processor time used so far, or what the heap holds after a collection (which takes time too). */
export type ServerQuestion = 'cpu' | 'heap';

/** What it says: its port when it listens, and answers. */
export type ServerMessage =
  | { readonly port: number }
  | { readonly cpuMs: number }
  | { readonly heapBytes: number };
