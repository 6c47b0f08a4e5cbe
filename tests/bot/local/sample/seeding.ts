import { createSwedishCalendar } from '../../../../bot/adapters/calendar/swedishCalendar.ts';
import { swedishLexicon } from '../../../../bot/adapters/language/lexicon.ts';
import { openHouse } from '../../../../bot/app/house.ts';
import type { LogRow } from '../../../../bot/app/ports/index.ts';
import { createSampleDirectory } from '../../../../bot/local/directory.ts';
import { sampleStream } from '../../../../bot/local/sample/orders.ts';
import type { SampleKey } from '../../../../bot/local/sample/proposal.ts';
import { seed } from '../../../../bot/local/sample/seed.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../../../domain/initiatives/initiative.ts';
import { DEFAULT_MODEL } from '../../../../domain/model/governanceModel.ts';
import { memoryEventLog } from '../../../fakes/memoryEventLog.ts';

export const calendar = createSwedishCalendar();
const lexicon = swedishLexicon();

/** A house on rows in memory, ready to be filled with the sample. */
export async function sampleHouse(rows: LogRow[] = []) {
  const log = memoryEventLog(rows);
  let now = '2020-01-01T00:00:00.000Z';
  const house = await openHouse({
    log,
    directory: createSampleDirectory(),
    clock: () => now,
    calendar,
    model: DEFAULT_MODEL,
    similarity: { lexicon },
  });
  const setNow = (at: string) => {
    now = at;
  };
  return {
    ...house,
    log,
    rows,
    setNow,
    fill: (today: string, proposals = true) => seed({ ...house, setNow }, { calendar, today, proposals }),
    sample: (key: SampleKey): Submitted => submitted(house.casebook.initiative(sampleStream(key))),
  };
}

export type SampleHouse = Awaited<ReturnType<typeof sampleHouse>>;

function submitted(initiative: Initiative | undefined): Submitted {
  if (!initiative || !isSubmitted(initiative)) throw new Error('not submitted');
  return initiative;
}
