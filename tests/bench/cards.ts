import type { CardJson } from '../../bot/cards/model.ts';
import { reviewCard } from '../../bot/cards/reviewCard.ts';
import { createTexts, type Language } from '../../bot/texts/texts.ts';
import type { InitiativeView } from '../../domain/portfolio/views.ts';
import { nodesOf } from '../bot/cards/lint.ts';
import { MAY_REVIEW, similar, UNITS, view } from '../bot/cards/views.ts';
import { median } from './median.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 15;
const WARM_UP = 3;
const CARDS_A_ROUND = 4_000;
const GOAL = 1.5;

type Job = { readonly view: InitiativeView; readonly language: Language };
type Make = (job: Job) => CardJson;

/**
 * The manager's card from its model to JSON text, against `JSON.stringify` of the ready card: what a card costs beyond
 * the least it can. Both in alternation over the same cards in both languages, in CPU time, since neighbours on the
 * machine disturb the clock more. Teams asks for such a card again each time the chat is opened; the second row is the
 * very first time a case is shown, its estimate calculated too.
 */
export async function benchCards(): Promise<BenchRow[]> {
  const textsIn = createTexts();
  const make: Make = ({ view: one, language }) =>
    reviewCard({ view: one, op: 'operation-1', units: UNITS }, textsIn(language));
  const jobs = views().flatMap((one): Job[] => [
    { view: one, language: 'sv' },
    { view: one, language: 'en' },
  ]);
  return [
    compare("manager's card to JSON", jobs, make, GOAL),
    compare("manager's card to JSON, case never shown before", jobs, (job) => make(neverSeen(job))),
  ];
}

function compare(name: string, jobs: readonly Job[], make: Make, goal?: number): BenchRow {
  const ready = jobs.map(make);
  const made: number[] = [];
  const least: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const ours = microseconds(jobs, (job) => JSON.stringify(make(job)));
    const yardstick = microseconds(ready, (card) => JSON.stringify(card));
    if (round < 0) continue;
    made.push(ours);
    least.push(yardstick);
  }
  const ratio = median(made.map((time, round) => time / (least[round] ?? Number.NaN)));
  return {
    name: `${name}, ${median(ready.map((card) => [...nodesOf(card)].length))} elements`,
    value: median(made),
    unit: 'µs CPU',
    yardstick: `JSON.stringify of the ready card, ${median(least).toFixed(1)} µs`,
    ratio,
    goal: goal === undefined ? 'no goal, for comparison' : `≤ ${goal} ×`,
    pass: goal === undefined || ratio <= goal,
  };
}

/** Different cases, so that nothing is prepared for one of them; as long as those of the sample municipality. */
const views = (): InitiativeView[] =>
  Array.from({ length: 8 }, (_, i) => {
    const base = view();
    const estimate = base.content.estimate && { ...base.content.estimate, volumePerYear: 1_000 * (i + 1) };
    return view({
      id: `I-${i}`,
      number: `VOF-2026-00${10 + i}`,
      content: { ...base.content, title: `Digitala lås i hemtjänsten ${i}`, estimate },
      similar: [similar()],
      may: [...MAY_REVIEW],
    });
  });

function neverSeen({ view: one, language }: Job): Job {
  const { content } = one;
  const estimate = content.estimate && { ...content.estimate };
  return { view: { ...one, content: { ...content, estimate } }, language };
}

function microseconds<Item>(items: readonly Item[], run: (item: Item) => string): number {
  let length = 0;
  const start = process.cpuUsage();
  for (let i = 0; i < CARDS_A_ROUND; i += 1) length += run(items[i % items.length] as Item).length;
  const { user, system } = process.cpuUsage(start);
  if (length === 0) throw new Error('nothing was made');
  return (user + system) / CARDS_A_ROUND;
}
