import { createHash } from 'node:crypto';

/** A fingerprint of the whole log up to a position, to be kept outside the store: `1234:<SHA-256 in hex>`. */
export type Anchor = { readonly position: number; readonly digest: string };

export const anchorText = ({ position, digest }: Anchor): string => `${position}:${digest}`;

/** Undefined when the text is no anchor. */
export function parseAnchor(text: string): Anchor | undefined {
  const [, position, digest] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return position && digest ? { position: Number(position), digest } : undefined;
}

/**
 * Makes the fingerprint while the log is walked: SHA-256 over the hashes of all rows in log order.
 * @param earlier an anchor that was kept; `holds` tells whether the log still begins with what it was made of.
 */
export function createAnchoring(earlier?: Anchor) {
  const digest = createHash('sha256');
  let position = 0;
  let seen: string | undefined;
  return {
    take(row: { readonly position: number; readonly hash: string }): void {
      digest.update(row.hash);
      position = row.position;
      if (position === earlier?.position) seen = digest.copy().digest('hex');
    },
    now: (): Anchor => ({ position, digest: digest.copy().digest('hex') }),
    holds: (): boolean => earlier === undefined || seen === earlier.digest,
  };
}
