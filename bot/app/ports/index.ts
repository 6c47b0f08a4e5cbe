export * from './conversations.ts';
export * from './deliveries.ts';
export * from './documents.ts';
export * from './eventLog.ts';
export * from './messenger.ts';

/** Now, as ISO 8601 UTC with milliseconds. The only clock of the program. */
export type Clock = () => string;

/** A fresh id (UUID). The only randomness of the program. */
export type NewId = () => string;

/** A person as the directory knows them. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly title?: string;
  readonly unit?: string;
  /** From another organisation. */
  readonly guest?: true;
};

/** A picture of a person, of a kind that holds no script. */
export type Photo = { readonly bytes: Uint8Array; readonly type: string };

export interface Directory {
  person(id: string): Promise<Person | undefined>;
  /** Synchronous name for cards: what is cached, else undefined. */
  nameOf(id: string): string | undefined;
  /** A small picture; undefined for those who have none. Absent where nobody has. */
  photo?(id: string): Promise<Photo | undefined>;
  /** Keeps nothing more of somebody whose name is to be shown no more. */
  forget?(id: string): void;
}
