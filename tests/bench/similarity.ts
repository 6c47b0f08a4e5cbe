import { swedishLexicon } from '../../bot/adapters/language/lexicon.ts';
import { createSimilarityIndex, type SimilarityIndex } from '../../domain/similarity/similarityIndex.ts';
import { evaluate } from '../domain/similarity/evaluation.ts';
import { HELD_OUT, TUNING } from '../domain/similarity/paraphrases.ts';
import { median } from './median.ts';
import type { BenchRow } from './row.ts';
import { type Proposal, syntheticProposals } from './similarity/proposals.ts';

const PROPOSALS = 10_000;
const BUILDS = 5;
const ROUNDS = 9;
const QUERIES_A_ROUND = 40;
const ABSENT_WORD = 'nyckelhål';

/**
 * Similar cases over 10,000 proposals: building, asking (against a plain scan of all texts, in alternation),
 * changing one; then how right the hits are on paraphrases. Takes about 20 seconds.
 */
export async function benchSimilarity(): Promise<BenchRow[]> {
  const proposals = syntheticProposals(PROPOSALS, 20_260_101);
  const lexicon = swedishLexicon();
  const loading = timed(() => lexicon.stem('lexikon')).cpu;
  let index = createSimilarityIndex({ lexicon });
  const builds = Array.from({ length: BUILDS }, () => {
    const preparing = timed(() => {
      index = createSimilarityIndex({ lexicon });
    }).cpu;
    const filling = timed(() => {
      for (const proposal of proposals) index.put(proposal);
    }).cpu;
    return preparing + filling;
  });
  return [
    atMost('lexicon read at the first word', loading, 500),
    atMost('similar: build of 10,000', median(builds), 1_500),
    asking(index, proposals),
    changing(index, proposals),
    ...quality(),
  ];
}

/** The scan looks for one word that no text holds: the least that a search without an index must do. */
function asking(index: SimilarityIndex, proposals: readonly Proposal[]): BenchRow {
  const texts = proposals.map(({ title, problem }) => `${title} ${problem}`);
  const scans: number[] = [];
  const questions: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = proposals.slice(round * QUERIES_A_ROUND, (round + 1) * QUERIES_A_ROUND);
    const scan = timed(() => {
      for (const _ of asked) found += texts.filter((text) => text.includes(ABSENT_WORD)).length;
    });
    const question = timed(() => {
      for (const proposal of asked) found += index.similar(proposal, { exclude: [proposal.id] }).length;
    });
    scans.push(scan.wall / asked.length);
    questions.push(question.wall / asked.length);
  }
  const ratio = median(questions.map((question, round) => question / (scans[round] ?? Number.NaN)));
  return {
    name: `similar: one text against 10,000 (${found} hits)`,
    value: median(questions),
    unit: 'ms',
    yardstick: `String.includes over all texts, ${median(scans).toFixed(1)} ms`,
    ratio,
    goal: '≤ 0.05 ×',
    pass: ratio <= 0.05,
  };
}

function changing(index: SimilarityIndex, proposals: readonly Proposal[]): BenchRow {
  const times = proposals.slice(0, 500).map((proposal, i) => {
    const problem = proposals[PROPOSALS - 1 - i]?.problem ?? '';
    return timed(() => index.put({ ...proposal, problem })).wall;
  });
  return atMost('similar: one of 10,000 changed', median(times), 1);
}

function quality(): BenchRow[] {
  const lexicon = swedishLexicon();
  return Object.entries({ tuning: TUNING, 'held-out': HELD_OUT }).flatMap(([half, pairs]) => {
    const { precision, recall } = evaluate(pairs, lexicon);
    const same = pairs.filter((pair) => pair.same).length;
    const row = (name: string, value: number, least: number): BenchRow => ({
      name: `similar: ${name}, ${half}`,
      value,
      unit: '',
      yardstick: `${same} paraphrases, ${pairs.length - same} hard negatives`,
      goal: `≥ ${least}`,
      pass: value >= least,
    });
    return [row('precision', precision, 0.9), row('recall', recall, 0.8)];
  });
}

const atMost = (name: string, value: number, most: number): BenchRow => ({
  name,
  value,
  unit: 'ms',
  yardstick: '–',
  goal: `≤ ${most} ms`,
  pass: value <= most,
});

/** Milliseconds: of the clock, and of this process, which neighbours on the machine disturb less. */
function timed(work: () => unknown): { wall: number; cpu: number } {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1_000 };
}

if (process.argv[1]?.endsWith('similarity.ts')) console.table(await benchSimilarity());
