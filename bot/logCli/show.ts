import { createChainCheck, type StoredRow } from '../adapters/chain/checkChains.ts';
import { eventsOf } from './findRows.ts';
import { visible } from './visible.ts';

/** A stream as people read it: per row time, actor and events, then the record; a last line on whether it holds. */
export function* showLines(rows: readonly StoredRow[]): Generator<string> {
  const check = createChainCheck();
  yield `${visible(rows[0]?.stream ?? '')}, ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  for (const row of rows) {
    check.take(row);
    const types = eventsOf(row).map(({ type }) => String(type));
    yield '';
    yield visible(`${row.key}  ${row.at}  ${row.actor}`);
    yield visible(
      `  ${types.join(', ') || '(unreadable)'}  [operation ${row.operationId}, position ${row.position}]`,
    );
    yield* pretty(row.record).map((line) => visible(`  ${line}`));
  }
  yield '';
  const [broken] = check.report().broken;
  yield broken ? visible(`Broken: ${broken.key}: ${broken.problem}`) : 'The chain is intact.';
}

function pretty(record: string): string[] {
  try {
    return JSON.stringify(JSON.parse(record), null, 2).split('\n');
  } catch {
    return [record];
  }
}
