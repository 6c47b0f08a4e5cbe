import { addDays, isPlainDate } from '../../../domain/calendar/plainDate.ts';
import { type Reading, reading } from './cell.ts';
import { plainTextOf } from './text.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const HINT = 'Skriv hela datumet som år-månad-dag, till exempel 2025-03-01.';

/** Days since this one are how Excel keeps a date that has lost its format. */
const EXCEL_FIRST_DAY = '1899-12-30';
/** 1954–2064: other numbers are no dates. */
const SERIALS = { from: 20_000, to: 60_000 } as const;

const YEAR_FIRST = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[ t]\d{1,2}:\d{2}(?::\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})[/. -](\d{1,2})[/. -]+(\d{4})$/;
const IN_WORDS = /^(?:den )?(\d{1,2})(?:e|:e)? ([a-zåäö]{3,9})\.? (\d{4})$/;

/** A day, however it has been written in Swedish. Day comes before month: 3/4 2025 is the third of April. */
export const readDay = reading<string>((cell) => {
  if (cell.kind === 'day') return asDay(cell.day);
  if (cell.kind === 'number') return fromNumber(cell.value);
  const text = plainTextOf(cell).toLowerCase().replace(/\s+/g, ' ');
  return text ? fromText(text) : undefined;
});

function fromNumber(value: number): Reading<string> {
  if (value >= SERIALS.from && value < SERIALS.to) return asDay(addDays(EXCEL_FIRST_DAY, Math.floor(value)));
  return fromText(String(value));
}

function fromText(text: string): Reading<string> {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return asDay(joined(year, month, day));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return asDay(joined(dayFirst[3], dayFirst[2], dayFirst[1]));
  const words = IN_WORDS.exec(text);
  const named = MONTHS.findIndex((name) => words?.[2]?.startsWith(name));
  return words && named >= 0 ? asDay(joined(words[3], String(named + 1), words[1])) : { problem: HINT };
}

const joined = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const asDay = (day: string): Reading<string> =>
  isPlainDate(day) && /^(?:19|20|21)/.test(day) ? { value: day } : { problem: HINT };
