/** What a server process of these benches is told when it starts. */
export type HouseSetup = {
  /** Folder with the store, and with the snapshot if there is one. */
  readonly folder: string;
};

/** `rss`: resident memory in bytes. `rest`: wait until the work of a start is over. `close`: end in good order. */
export type HouseQuestion = 'rss' | 'rest' | 'close';

export type HouseMessage = { readonly url: string } | { readonly rss: number } | { readonly rested: true };
