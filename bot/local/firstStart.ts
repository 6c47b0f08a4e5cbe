import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { swedishLexicon } from '../adapters/language/lexicon.ts';
import { openHouse } from '../app/house.ts';
import type { Deliveries, EventLog } from '../app/ports/index.ts';
import { createSampleDirectory } from './directory.ts';
import { seed } from './sample/seed.ts';

/** What the data folder was filled with, and whether that was finished. Lies beside the store. */
const markerSchema = z.object({
  contents: z.enum(['organisation', 'all']),
  /** Local day the sample was made for; kept so that a broken-off filling is completed as it was begun. */
  today: z.iso.date(),
  finished: z.boolean(),
});
type Marker = z.output<typeof markerSchema>;

export const markerFileOf = (dataDir: string): string => join(dataDir, 'ekhamra.json');

export type FirstStart = {
  readonly dataDir: string;
  readonly store: { readonly log: EventLog; readonly deliveries: Deliveries };
  readonly calendar: WorkCalendar;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly empty: boolean;
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Fills a new store with Ekhamra before anybody can reach it, on a clock of its own, and calls off the messages that
 * its history would give rise to. A store that has been filled, or holds anything else, is left as it is.
 * @returns what was done: `kept`, or what the store was filled with.
 */
export async function fillOnFirstStart(start: FirstStart): Promise<'kept' | Marker['contents']> {
  const { dataDir, store, calendar, now, empty, onProgress } = start;
  const begun = readMarker(dataDir);
  if (begun?.finished) return 'kept';
  let clock = now;
  const house = await openHouse({
    log: store.log,
    directory: createSampleDirectory(),
    clock: () => clock,
    calendar,
    model: DEFAULT_MODEL,
    similarity: { lexicon: swedishLexicon() },
  });
  if (!begun && house.casebook.position() > 0) return 'kept';
  const marker: Marker = begun ?? {
    contents: empty ? 'organisation' : 'all',
    today: calendar.localDate(now),
    finished: false,
  };
  writeMarker(dataDir, marker);
  const setNow = (at: string) => {
    clock = at;
  };
  const { today, contents } = marker;
  await seed({ ...house, setNow }, { calendar, today, proposals: contents === 'all', onProgress });
  await house.casebook.catchUp();
  await store.deliveries.moveCheckpoint(house.casebook.position());
  writeMarker(dataDir, { ...marker, finished: true });
  return contents;
}

function readMarker(dataDir: string): Marker | undefined {
  const file = markerFileOf(dataDir);
  return existsSync(file) ? markerSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Renamed into place, so that a crash leaves the old one or the new one. */
function writeMarker(dataDir: string, marker: Marker): void {
  const file = markerFileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(marker, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
