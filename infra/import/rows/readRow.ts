import type { ImportOrder } from '../../../domain/initiatives/importing.ts';
import { readAmount, readNumber } from '../cells/amount.ts';
import { type Cell, EMPTY, type Reading } from '../cells/cell.ts';
import { readDay } from '../cells/day.ts';
import { plainTextOf, readText, readYesOrNo } from '../cells/text.ts';
import { type ColumnKey, columnOf } from '../columns.ts';
import { estimateOf } from './estimate.ts';
import type { RowNote, RowProblem } from './rowProblem.ts';
import type { ImportState, Vocabulary } from './vocabulary.ts';

export type ReadRow = {
  readonly row: number;
  /** Not yet checked by the rules; missing what was missing. */
  readonly order: ImportOrder | undefined;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
};

export type RowSource = {
  readonly row: number;
  /** EMPTY for a column that the file does not have. */
  readonly cell: (key: ColumnKey) => Cell;
  readonly fileName: string;
  readonly words: Vocabulary;
  /** The Entra id behind an address; undefined when nobody has it. */
  readonly personOf: (address: string) => string | undefined;
};

export const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** One row of the file as an order, with all that is wrong with it at once. */
export function readRow({ row, cell, fileName, words, personOf }: RowSource): ReadRow {
  const problems: RowProblem[] = [];
  const notes: RowNote[] = [];
  const refuse = (column: ColumnKey, text: string): undefined => void problems.push({ row, column, text });
  const note = (column: ColumnKey, text: string): void => void notes.push({ row, column, text });

  function take<Value>(
    key: ColumnKey,
    read: (cell: Cell) => Reading<Value>,
    at = cell(key),
  ): Value | undefined {
    const answer = read(at);
    if (answer && 'problem' in answer) return refuse(key, answer.problem);
    if (!answer && columnOf(key).required) return refuse(key, `Cellen är tom. ${columnOf(key).help}`);
    return answer?.value;
  }
  function text(key: ColumnKey): string | undefined {
    const found = take(key, readText);
    if (found?.changed) note(key, 'ett tecken först i cellen tas bort, det skulle bli en formel i Excel');
    return found?.text;
  }
  const yes = (key: ColumnKey): boolean => take(key, readYesOrNo) ?? false;
  function person(key: ColumnKey): string | undefined {
    const address = take(key, readText)?.text.toLowerCase();
    if (!address) return undefined;
    if (!ADDRESS.test(address))
      return refuse(key, 'Skriv adressen som personen loggar in med, eller lämna cellen tom.');
    return (
      personOf(address) ?? refuse(key, 'Adressen finns inte i katalogen. Rätta den, eller lämna cellen tom.')
    );
  }
  function state(): ImportState | undefined {
    const { at, isState } = stateCell(cell, words);
    const instead = at.kind === 'text' ? words.insteadOfState(at.text) : undefined;
    if (instead) return refuse('state', instead);
    return take('state', words.states, isState ? at : cell('state'));
  }
  function groups(): string[] | undefined {
    const written = take('groups', readText)?.text;
    if (!written) return undefined;
    const read = written.split(/[;,\n]/).map((part) => words.groups({ kind: 'text', text: part }));
    const wrong = read.find((each) => each && 'problem' in each);
    if (wrong && 'problem' in wrong) return refuse('groups', `${wrong.problem} Sätt semikolon emellan.`);
    return read.flatMap((each) => (each && 'value' in each ? [each.value] : []));
  }

  const [title, problem, solution, effect] = [
    text('title'),
    text('problem'),
    text('solution'),
    text('effect'),
  ];
  const unit = take('unit', words.units);
  const changeType = take('changeType', words.changeTypes);
  const current = state();
  const status = stateCell(cell, words).isStatus ? undefined : take('status', words.statuses);
  const [statusText, reference] = [text('statusText'), text('reference')];
  const [category, affected] = [take('category', words.categories), groups()];
  const [startedOn, liveOn] = [take('startedOn', readDay), take('liveOn', readDay)];
  const estimate = estimateOf({
    volume: take('volume', readNumber),
    minutes: take('minutes', readNumber),
    hours: take('hours', readNumber),
    moneyPerYear: take('moneyPerYear', readAmount),
    oneTimeCost: take('oneTimeCost', readAmount),
    yearlyCost: take('yearlyCost', readAmount),
  });
  const flags = {
    system: yes('system'),
    personalData: yes('personalData'),
    automation: yes('automation'),
    acquisition: yes('acquisition'),
  };
  const severalUnits = yes('severalUnits');
  const [proposer, projectManager] = [person('proposer'), person('projectManager')];
  if (problems.length > 0 || !current) return { row, order: undefined, problems, notes };

  if (!category) note('category', 'tomt blir Annat');
  if (!affected?.length) note('groups', 'tomt blir Medarbetare');
  const reason = [
    `Ur ${fileName}, rad ${row}.`,
    startedOn && `Startade ${startedOn}.`,
    liveOn && `I drift ${liveOn}.`,
    reference && `Ärendebeteckning: ${reference}.`,
    !status && statusText,
  ]
    .filter(Boolean)
    .join(' ');
  const order: ImportOrder = {
    type: 'ImportInitiative',
    state: current,
    reason,
    content: {
      title,
      problem,
      ...(solution && { solution }),
      ...(effect && { effect }),
      unit,
      changeType,
      category: category ?? 'other',
      affectedGroups: affected?.length ? affected : ['employees'],
      flags,
      ...(severalUnits && { severalUnits }),
      ...(estimate && { estimate }),
    },
    ...(reference && { reference }),
    ...(proposer && { proposer }),
    ...(projectManager && { projectManager }),
    ...(startedOn && { startedOn }),
    ...(liveOn && { liveOn }),
    ...(status && { status: { status, text: statusText ?? `Enligt ${fileName}.` } }),
  };
  return { row, order, problems, notes };
}

/** Many lists have one column for both, and call it status: "Pågående" there is a state, "Grönt" is not. */
function stateCell(cell: (key: ColumnKey) => Cell, { states, insteadOfState }: Vocabulary) {
  const own = cell('state');
  const other = cell('status');
  if (own.kind !== 'empty' || other.kind === 'empty') return { at: own, isState: true, isStatus: false };
  const answer = states(other);
  const words = other.kind === 'broken' ? '' : plainTextOf(other);
  const isState = (answer !== undefined && 'value' in answer) || insteadOfState(words) !== undefined;
  return { at: isState ? other : EMPTY, isState, isStatus: isState };
}
