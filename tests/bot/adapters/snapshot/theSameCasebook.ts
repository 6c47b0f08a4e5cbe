import type { Casebook } from '../../../../bot/app/casebook.ts';
import type { LogRow } from '../../../../bot/app/ports/index.ts';

/** Everything a casebook answers about some rows, as plain data. */
const answers = (casebook: Casebook, rows: readonly LogRow[]) => ({
  initiatives: [...casebook.all()],
  ids: [...casebook.ids()],
  size: casebook.size(),
  organisation: casebook.organisation(),
  position: casebook.position(),
  byNumber: [...casebook.all()].map(({ number = '' }) => casebook.byNumber(number)?.id),
  rows: rows.map(({ stream, operationId, actor }) => [
    casebook.versionOf(stream),
    casebook.operation(stream, operationId),
    casebook.languageOf(actor),
    casebook.provisional(stream),
  ]),
});

/** Checks that two casebooks answer everything about a log alike. */
export const expectTheSame = (one: Casebook, other: Casebook, rows: readonly LogRow[]): void =>
  expect(answers(one, rows)).toEqual(answers(other, rows));
