import fc from 'fast-check';
import { importStream, ORGANISATION_STREAM, personStream } from '../../../../bot/app/streams.ts';
import { importInitiative } from '../../../../domain/initiatives/decide/importing.ts';
import { importing } from '../../../builders/importing.ts';
import { EVERYBODY } from '../../../builders/people.ts';
import { contents, liveRandomly, steps } from '../../../builders/randomLife.ts';
import { CONTEXT } from '../../../builders/rules.ts';
import { memoryEventLog } from '../../../fakes/memoryEventLog.ts';
import { provision } from '../../support/organisationRow.ts';

const decided = importInitiative(importing(), CONTEXT);
const IMPORTED = decided.ok ? decided.events : [];

type Row = { readonly stream: string; readonly events: readonly { readonly type: string }[] };

/** The lives of some initiatives, the files they came in and the choices of some people, and the order in which they take turns. */
export const logs = fc.record({
  lives: fc.array(fc.record({ first: contents, steps }), { minLength: 1, maxLength: 4 }),
  files: fc.array(fc.record({ rows: fc.integer({ min: 1, max: 3 }), isWhole: fc.boolean() }), {
    maxLength: 2,
  }),
  choices: fc.array(
    fc.record({ person: fc.constantFrom(...EVERYBODY), language: fc.constantFrom('sv', 'en') }),
    { maxLength: 4 },
  ),
  turns: fc.array(fc.nat({ max: 99 }), { minLength: 40, maxLength: 40 }),
});
export type LogPlan = typeof logs extends fc.Arbitrary<infer Plan> ? Plan : never;

/** Writes such a log: the organisation first, then one row of one stream after the other. */
export async function writeLog({ lives, files, choices, turns }: LogPlan) {
  const log = memoryEventLog();
  await provision(log);
  const waiting: Row[][] = [
    ...lives.map((life, index) =>
      liveRandomly(life.first, life.steps).rows.map((events) => ({ stream: `I-LIFE-${index}`, events })),
    ),
    ...files.map(({ rows, isWhole }, file) => {
      const streams = Array.from({ length: rows }, (_, row) => `I-FILE-${file}-${row}`);
      const whole = { type: 'ImportCompleted', initiatives: streams };
      return [
        ...streams.map((stream) => ({ stream, events: IMPORTED })),
        ...(isWhole ? [{ stream: importStream(String(file)), events: [whole] }] : []),
      ];
    }),
    choices.map(({ person, language }) => ({
      stream: personStream(person),
      events: [{ type: 'LanguageChosen', language } as { type: string }],
    })),
  ];
  for (let turn = 0; waiting.some((rows) => rows.length > 0); turn += 1) {
    const left = waiting.filter((rows) => rows.length > 0);
    const row = left[(turns[turn % turns.length] ?? 0) % left.length]?.shift();
    if (row) await append(log, row);
  }
  return log;
}

async function append(log: ReturnType<typeof memoryEventLog>, { stream, events }: Row): Promise<void> {
  const version = log.rows.filter((row) => row.stream === stream).length;
  const actor = EVERYBODY[log.rows.length % EVERYBODY.length] ?? '';
  const at = '2026-03-02T09:00:00.000Z';
  const written = await log.append(stream, version, {
    operationId: `op-${log.rows.length}`,
    actor,
    at,
    events: [...events],
  });
  if (written.outcome !== 'appended' || stream === ORGANISATION_STREAM) throw new Error(written.outcome);
}
