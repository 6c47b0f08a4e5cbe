import type { House } from '../../bot/app/house.ts';
import { StoreUnavailable } from '../../bot/app/ports/index.ts';
import { initiativeStream } from '../../bot/app/streams.ts';
import { CannotCarryOut } from './administrator.ts';
import type { PlannedRow } from './plan.ts';
import { operationOfAll } from './rows/identity.ts';

const EVERY_ROWS = 25;

/**
 * Row by row, since no store takes a whole file at once. What is written is provisional, and one last row makes cases
 * of it all. All rows have been tried by the rules beforehand, and the same file read again goes on where it was, since
 * a row's operation is made of the row.
 * @throws CannotCarryOut when it was broken off: then no row has become a case
 */
export async function carryOut(
  rows: readonly PlannedRow[],
  actor: string,
  { casebook, handle, completeImport }: Pick<House, 'casebook' | 'handle' | 'completeImport'>,
  tell: (line: string) => void,
): Promise<void> {
  if (rows.length === 0) return;
  const received: { row: number; id: string; number: string | undefined }[] = [];
  const brokenOff = (why: string, cause?: unknown) => new CannotCarryOut(`${why} ${AGAIN}`, { cause });
  const answered = <Answer>(what: string, asked: Promise<Answer>): Promise<Answer> =>
    asked.catch((error: unknown) => {
      throw error instanceof StoreUnavailable ? brokenOff(`Lagringen slutade svara ${what}.`, error) : error;
    });

  for (const { row, order, operationId } of rows) {
    const id = initiativeStream(operationId);
    // Whoever began it: a colleague may finish.
    let written = casebook.provisional(id);
    if (!written) {
      const outcome = await answered(`vid rad ${row}`, handle({ order, operationId, actor }));
      if (!outcome.ok)
        throw brokenOff(`Rad ${row} gick inte att läsa in (${outcome.refusal.code}). ${CHANGED}`);
      written = outcome.initiative;
    }
    received.push({ row, id, number: written.number });
    if (received.length % EVERY_ROWS === 0) tell(`  ${received.length} av ${rows.length} …`);
  }
  const initiatives = received.map(({ id }) => id);
  const whole = { initiatives, operationId: operationOfAll(initiatives), actor };
  const last = await answered('efter sista raden', completeImport(whole));
  if (last.outcome === 'refused') throw brokenOff(`Raderna gick inte att läsa in. ${CHANGED}`);
  for (const { row, number } of received) tell(`  Rad ${row} fick numret ${number}.`);
}

const CHANGED = 'Något har ändrats under tiden.';
const AGAIN =
  'Inget av filens ärenden syns i Färdplan. Kör samma kommando igen: det fortsätter där det bröts och läser inget två gånger.';
