import type { DraftContent } from '../../domain/initiatives/content.ts';
import type { SimilarHit } from '../../domain/initiatives/events.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import {
  createSimilarityIndex,
  type SimilarityIndex,
  type SimilarityOptions,
} from '../../domain/similarity/similarityIndex.ts';
import type { Casebook } from './casebook.ts';

const MOST_HITS = 5;
/** Cases closed longer ago than this are no longer worth pointing at (domain §7). */
const CLOSED_YEARS = 3;
/** Cases indexed between two breaths of the event loop, some 4 ms of work: a turn takes several breaths. */
const SLICE = 10;

/**
 * Cases like a proposal, best first.
 * @param among which cases may be found; the others take nobody's place · @param exclude the proposal itself
 */
export type SimilarTo = (
  content: DraftContent,
  among: (hit: Initiative) => boolean,
  exclude?: string,
) => readonly SimilarHit[];

export type SimilarCases = {
  readonly similarTo: SimilarTo;
  /** Fills the index in slices, so that turns are answered meanwhile; stops when the server closes. */
  readonly warm: (closing: AbortSignal) => Promise<void>;
};

/**
 * The index of cases, kept up with the casebook. It is filled when first needed or by `warm`; reading the lexicon
 * costs a moment that must not delay the start.
 */
export function createSimilarCases(
  casebook: Casebook,
  options: SimilarityOptions,
  now: () => string,
): SimilarCases {
  let index: SimilarityIndex | undefined;
  const waiting = new Set<string>();

  casebook.onChange(({ initiative }) => {
    if (initiative) waiting.add(initiative.id);
  });

  function started(): SimilarityIndex {
    if (!index) {
      index = createSimilarityIndex(options);
      for (const id of casebook.ids()) waiting.add(id);
    }
    return index;
  }

  function take(into: SimilarityIndex, most: number): void {
    let left = most;
    for (const id of waiting) {
      if (left <= 0) return;
      left -= 1;
      waiting.delete(id);
      const initiative = casebook.initiative(id);
      if (initiative && isCandidate(initiative, now())) into.put({ id, ...described(initiative.content) });
      else into.remove(id);
    }
  }

  return {
    similarTo: (content, among, exclude) => {
      if (!content.title && !content.problem) return [];
      const ready = started();
      take(ready, Number.POSITIVE_INFINITY);
      const accepts = (id: string) => {
        const hit = id === exclude ? undefined : casebook.initiative(id);
        return hit !== undefined && among(hit);
      };
      return ready.similar(described(content), { top: MOST_HITS, accepts });
    },
    warm: async (closing) => {
      if (closing.aborted) return;
      const ready = started();
      while (waiting.size > 0 && !closing.aborted) {
        take(ready, SLICE);
        await new Promise((done) => setImmediate(done));
      }
    },
  };
}

const described = ({ title = '', problem = '', solution, category }: DraftContent) => ({
  title,
  problem,
  ...(solution && { solution }),
  ...(category && { category }),
});

/** Open cases and those closed in the last years; drafts are private, merged and rejected ones lead nowhere. */
function isCandidate(initiative: Initiative, now: string): boolean {
  if (!isSubmitted(initiative)) return false;
  if (['MERGED', 'REJECTED', 'CANCELLED'].includes(initiative.state)) return false;
  return initiative.state !== 'CLOSED' || yearsBetween(initiative.since, now) < CLOSED_YEARS;
}

const yearsBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000);
