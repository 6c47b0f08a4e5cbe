import { createHash } from 'node:crypto';
import type { EventLog, StoredEvent } from '../../../bot/app/ports/index.ts';
import { estimateSchema } from '../../../domain/benefits/estimate.ts';
import { CATEGORIES, CHANGE_TYPES } from '../../../domain/initiatives/content.ts';
import { seeded } from '../../bot/adapters/sqlite/seeded.ts';
import { provision } from '../../bot/support/organisationRow.ts';
import { PEOPLE } from '../../builders/people.ts';
import { LIFE } from '../evolveLog.ts';
import { syntheticProposals } from '../similarity/proposals.ts';

export const CASES = 10_000;
/** Cases that are under way at the same time. */
const AT_THE_SAME_TIME = 250;
const COACHES = 100;
const DAY_MS = 86_400_000;
/** The cases begin over so many days. */
const DAYS = 900;

/** May follow every case up: the development lead of the department they are all in. */
export const FOLLOWER = PEOPLE.developmentLead;
const UNITS_OF_FOLLOWER = ['norr', 'soder', 'hemtjanst', 'vof'] as const;

export const streamOf = (index: number): string => `I-${idOf(`case ${index}`).toUpperCase()}`;

/**
 * Writes 10,000 cases of 25 events each, and the organisation. No two are alike in what weighs when they are kept,
 * compressed or searched: ids, texts, days, figures and coaches differ as they do in a municipality.
 * @returns the position of the last row.
 */
export async function fillLog(log: EventLog): Promise<number> {
  await provision(log);
  const lives = variedLives();
  let last = 0;
  for (let first = 0; first < CASES; first += AT_THE_SAME_TIME)
    for (const [step] of LIFE.entries())
      await Promise.all(
        lives.slice(first, first + AT_THE_SAME_TIME).map(async (rows, offset) => {
          const events = rows[step] ?? [];
          const { by: actor = FOLLOWER, at } = events[0] as StoredEvent & { by?: string; at: string };
          const index = first + offset;
          const operationId = idOf(`operation ${index} ${step}`);
          const written = await log.append(streamOf(index), step, { operationId, actor, at, events });
          if (written.outcome !== 'appended') throw new Error(`append answered ${written.outcome}`);
          last = Math.max(last, written.row.position);
        }),
      );
  return last;
}

type Rows = readonly (readonly StoredEvent[])[];

function variedLives(): Rows[] {
  const random = seeded(20_260_302);
  const whole = (most: number): number => Math.floor(random() * most);
  return syntheticProposals(CASES, 20_260_302).map(({ title, problem }, index) => {
    const estimate = estimateSchema.parse({
      volumePerYear: 10 + whole(50_000),
      minutesPerItem: 1 + whole(60),
      oneTimeCost: 1_000 * whole(900),
      yearlyCost: 1_000 * whole(200),
    });
    // As in a municipality: what was begun later stands later in the log.
    const wave = Math.floor(index / AT_THE_SAME_TIME) / (CASES / AT_THE_SAME_TIME);
    const shift = (Math.floor(wave * DAYS) - DAYS + whole(30)) * DAY_MS + whole(8 * 3_600_000);
    const text = JSON.stringify(LIFE)
      .replaceAll('VOF-2026-0012', `VOF-2026-${String(index).padStart(5, '0')}`)
      .replaceAll(`"coach":"${PEOPLE.otherCoach}"`, `"coach":"${idOf(`coach ${whole(COACHES)}`)}"`)
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => new Date(Date.parse(at) + shift).toISOString())
      .replaceAll(/(?<=")\d{4}-\d\d-\d\d(?=")/g, (day) =>
        new Date(Date.parse(day) + shift).toISOString().slice(0, 10),
      );
    const kind = {
      category: CATEGORIES[whole(CATEGORIES.length)],
      changeType: CHANGE_TYPES[whole(CHANGE_TYPES.length)],
      unit: UNITS_OF_FOLLOWER[whole(UNITS_OF_FOLLOWER.length)],
    };
    return withContent(JSON.parse(text) as Rows, { title, problem, estimate, ...kind });
  });
}

/** A life whose content, where it is complete, says this. */
const withContent = (rows: Rows, written: object): Rows =>
  rows.map((events) =>
    events.map((event) =>
      'content' in event && 'unit' in (event.content as object)
        ? { ...event, content: { ...(event.content as object), ...written } }
        : event,
    ),
  );

/** Looks like a random UUID and is the same in every run. */
function idOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ].join('-');
}
