import { type BrokenRow, createChainCheck } from '../adapters/chain/checkChains.ts';
import type { LogSource } from '../adapters/chain/logSource.ts';
import { type Anchor, createAnchoring } from './anchor.ts';

export type Verification = {
  readonly rows: number;
  readonly streams: number;
  readonly broken: readonly BrokenRow[];
  /** Problems of the log as a whole, in words. */
  readonly problems: readonly string[];
  readonly anchor: Anchor;
};

/**
 * Checks every chain, what the store itself can tell, and whether the log still begins as it did.
 *
 * Limits: SHA-256 has no secret. Somebody who may write to the store and takes care can write history anew, or cut off
 * its end, unseen, unless an anchor from before is given: kept elsewhere, it shows every change up to its position.
 */
export async function verifyLog(source: LogSource, earlier?: Anchor): Promise<Verification> {
  const chains = createChainCheck();
  const anchoring = createAnchoring(earlier);
  const found = await source.walk((row) => {
    chains.take(row);
    anchoring.take(row);
  });
  const broken = anchoring.holds()
    ? []
    : [`the log up to position ${earlier?.position} is not the one the anchor was made of`];
  return { ...chains.report(), problems: [...found, ...broken], anchor: anchoring.now() };
}
