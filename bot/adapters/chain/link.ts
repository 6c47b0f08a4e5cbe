import { hash } from 'node:crypto';

/** What the first row of a stream follows. As long as a hash, so that hash and record never run into each other. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/**
 * Ties a row to the one before it: SHA-256 in hex over the previous hash and the record exactly as stored.
 * The stored text is hashed, not a canonical form made anew: that costs five times less and proves the same.
 * Source: docs/adr/0005-event-log.md
 */
export const linkHash = (previousHash: string, record: string): string =>
  hash('sha256', previousHash + record);
