import { FIRST_PREVIOUS_HASH, linkHash } from '../../bot/adapters/chain/link.ts';
import { writeRecord } from '../../bot/adapters/chain/record.ts';
import type { InitiativeEvent } from '../../domain/initiatives/events.ts';
import {
  approve,
  approveInCouncil,
  assignCoach,
  changeContent,
  completePreparation,
  followUp,
  goLive,
  measure,
  recommend,
  recordContract,
  setGoal,
  start,
  startDraft,
  submit,
} from '../builders/commands.ts';
import { PROPOSAL } from '../builders/proposals.ts';
import { on } from '../builders/rules.ts';
import { carryOut } from '../builders/scenario.ts';

export type LogRows = readonly { readonly stream: string; readonly events: readonly InitiativeEvent[] }[];
export type LogLine = { readonly record: string; readonly previousHash: string; readonly hash: string };

/** A life of 25 events in 17 rows, such as a case has half-way through its execution. */
export const LIFE = carryOut([
  startDraft({ content: { problem: PROPOSAL.problem } }),
  changeContent({ content: { ...PROPOSAL, title: 'Digitala lås' } }),
  changeContent({ content: PROPOSAL }),
  submit(),
  approve(),
  assignCoach(),
  setGoal(),
  followUp({ at: on('2026-04-01') }),
  completePreparation(),
  recommend(),
  approveInCouncil(),
  start({ next: 'PROCUREMENT' }),
  recordContract(),
  ...['2026-04-02', '2026-05-04', '2026-06-01', '2026-07-01', '2026-08-03'].map((day) =>
    followUp({
      at: on(day),
      text: `Läget den ${day}: enligt plan.`,
      measurement: { goal: 'minutes', day, value: 12, source: 'Tidmätning en vecka' },
    }),
  ),
  measure({ at: on('2026-08-03') }),
  goLive({ at: on('2026-08-04') }),
]).rows;

/** Different texts and numbers, yet few enough to stay in the processor's cache: the fold is measured, not the memory. */
const DIFFERENT_LIVES = 100;

/** Cases that are under way at the same time: a municipality gathers thousands over the years, not in one go. */
const AT_THE_SAME_TIME = 250;

/** The rows of many such lives, wave after wave, in the order a log has them; `LIFE` times `initiatives` events. */
export function logOf(initiatives: number): LogRows {
  const lives = Array.from({ length: DIFFERENT_LIVES }, (_none, index) => lifeNumber(index));
  const rows: { stream: string; events: readonly InitiativeEvent[] }[] = [];
  for (let first = 0; first < initiatives; first += AT_THE_SAME_TIME) {
    for (let step = 0; step < LIFE.length; step += 1) {
      for (let index = first; index < Math.min(initiatives, first + AT_THE_SAME_TIME); index += 1) {
        const events = lives[index % DIFFERENT_LIVES]?.[step] ?? [];
        rows.push({ stream: streamOf(index), events });
      }
    }
  }
  return rows;
}

/** Parsed from text, as events are when they come from a store. */
const lifeNumber = (index: number): readonly (readonly InitiativeEvent[])[] =>
  JSON.parse(JSON.stringify(LIFE).replaceAll('VOF-2026-0012', `VOF-2026-${1_000 + index}`));

const streamOf = (index: number): string => `I-00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The rows as a store keeps them: text and a hash chain per stream. */
export function logLines(rows: LogRows): LogLine[] {
  const heads = new Map<string, { sequence: number; hash: string }>();
  return rows.map(({ stream, events }, index) => {
    const head = heads.get(stream) ?? { sequence: 0, hash: FIRST_PREVIOUS_HASH };
    const sequence = head.sequence + 1;
    const operationId = `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const { by: actor, at } = events[0] as InitiativeEvent;
    const { record } = writeRecord(stream, sequence, { operationId, actor, at, events: [...events] });
    const hash = linkHash(head.hash, record);
    heads.set(stream, { sequence, hash });
    return { record, previousHash: head.hash, hash };
  });
}
