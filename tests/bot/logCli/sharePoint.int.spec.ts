import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSharePointLogSource } from '../../../bot/adapters/sharepoint/index.ts';
import { openLogSource, openStore, storeFile } from '../../../bot/adapters/sqlite/index.ts';
import type { EventLog } from '../../../bot/app/ports/index.ts';
import type { LogDoors } from '../../../bot/logCli/doors.ts';
import { runLogCli } from '../../../bot/logCli/index.ts';
import { event, readAll, times, written } from '../../contracts/logEntries.ts';
import { SAMPLE } from '../../tenant/seed.ts';
import { type TenantStore, tenantStore } from '../adapters/sharepoint/tenantStore.ts';
import { textOf } from '../adapters/sqlite/textOf.ts';

jest.setTimeout(60_000);

const LOG = 'Händelselogg';
const ACTOR = '00000000-0000-4000-8000-00000000000a';

/** A municipality with five rows in each of two streams. */
let store: TenantStore;
let folder: string;
beforeEach(async () => {
  store = await tenantStore();
  folder = mkdtempSync(path.join(tmpdir(), 'log-'));
  const { log } = await store.open();
  for (const i of times(5, (n) => n))
    for (const stream of ['I-A', 'I-B']) {
      const first = event('Submitted', { number: `VOF-2026-00${stream === 'I-A' ? 1 : 2}` });
      const events = [i === 0 ? first : event('Noted', { text: 'åäö "x" — ' })];
      const at = `2026-03-02T09:0${i}:00.000Z`;
      await written(log.append(stream, i, { operationId: `op-${i}`, actor: ACTOR, at, events }));
    }
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.dispose();
});

const doorsOf = ({ graph, site, open }: TenantStore): LogDoors => ({
  toRead: () => openSharePointLogSource({ graph: graph(), site }),
  toWrite: async () => {
    const opened = await open();
    await opened.whenComplete();
    return opened;
  },
});
const run = async (on: TenantStore, ...args: string[]) => {
  const [stdout, stderr] = [textOf(), textOf()];
  const code = await runLogCli(args, { stdout: stdout.stream, stderr: stderr.stream }, doorsOf(on));
  return { code, text: stdout.text(), lines: stdout.lines(), errors: stderr.text() };
};
const rowOf = (key: string) => {
  const row = store.tenant.sharePoint.rows(SAMPLE.logSite, LOG).find(({ fields }) => fields.EventKey === key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
};
const exported = async (): Promise<string> => {
  const file = path.join(folder, 'log.jsonl');
  expect((await run(store, 'export', '--out', file)).code).toBe(0);
  return file;
};

describe('npm run log on SharePoint', () => {
  it('checks the list itself and gives an anchor that holds later', async () => {
    const { code, lines } = await run(store, 'verify');
    expect([code, lines[0]]).toEqual([0, 'Checked 10 rows in 2 streams: all chains are intact.']);
    const anchor = lines[1]?.replace('Anchor ', '') ?? '';
    expect((await run(store, 'verify', '--anchor', anchor)).code).toBe(0);
  });

  it('names a row that somebody has changed in the list', async () => {
    const { id, fields } = rowOf('I-A#000003');
    const Record = String(fields.Record).replace('Noted', 'Liked');
    store.tenant.sharePoint.edit(SAMPLE.logSite, LOG, id, { Record });
    const { code, lines } = await run(store, 'verify');
    expect(code).toBe(1);
    expect(lines[0]).toContain('Broken: I-A#000003');
    expect(lines[0]).toContain('the record and its hash differ');
  });

  it('names a changed column beside the record', async () => {
    store.tenant.sharePoint.edit(SAMPLE.logSite, LOG, rowOf('I-B#000002').id, { Actor: 'somebody else' });
    expect((await run(store, 'verify')).lines[0]).toContain('the column actor was changed');
  });

  it('shows a case by its number', async () => {
    const { code, lines } = await run(store, 'show', 'vof-2026-001');
    expect([code, lines[0], lines.at(-1)]).toEqual([0, 'I-A, 5 rows', 'The chain is intact.']);
    expect((await run(store, 'show', 'VOF-2026-099')).code).toBe(1);
  });

  it('is restored into an empty site, goes on after being broken off, and then does nothing', async () => {
    const file = await exported();
    const empty = await tenantStore();
    try {
      // The answer to a write is lost on the way: the row may be there or not.
      empty.tenant.faults.next('reset-after', { method: 'POST', path: /items$/ });
      const first = await run(empty, 'restore', file);
      expect(first).toMatchObject({ code: 0, errors: '' });
      const again = await run(empty, 'restore', file);
      expect(again.text).toContain('10 of them are there already.');
      const [before, after] = [await store.open(), await empty.open()];
      // Ids of a list may jump, so positions are each list's own.
      const rowsOf = async (log: EventLog) => (await readAll(log)).map(({ position: _own, ...row }) => row);
      expect(await rowsOf(after.log)).toEqual(await rowsOf(before.log));
      expect(await after.deliveries.checkpoint()).toBe((await readAll(after.log)).at(-1)?.position);
      const anchorOf = async (on: TenantStore) => (await run(on, 'verify')).lines[1]?.split(':')[1];
      expect(await anchorOf(empty)).toMatch(/^[0-9a-f]{64}$/);
      expect(await anchorOf(empty)).toBe(await anchorOf(store));
      expect(empty.tenant.violations.all()).toEqual([]);
    } finally {
      await empty.dispose();
    }
  });

  it('moves from SharePoint to a data folder and back without a change', async () => {
    const file = await exported();
    const [stdout, stderr] = [textOf(), textOf()];
    const output = { stdout: stdout.stream, stderr: stderr.stream };
    const there = storeFile(path.join(folder, 'moved'));
    const doors: LogDoors = {
      toRead: async () => openLogSource(there),
      toWrite: async () => openStore(there),
    };
    expect(await runLogCli(['restore', file], output, doors)).toBe(0);
    const back = path.join(folder, 'back.jsonl');
    expect(await runLogCli(['export', '--out', back], output, doors)).toBe(0);
    expect(readFileSync(back, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  it('needs no more than to read for all but restore', async () => {
    const { grants } = store.tenant.sharePoint.site(SAMPLE.logSite);
    for (const grant of grants.values()) if (grant.app === SAMPLE.serviceApp) grant.role = 'read';
    expect((await run(store, 'verify')).code).toBe(0);
    expect((await run(store, 'export')).lines).toHaveLength(10);
  });

  it('says what is missing when the site has no log', async () => {
    const site = store.tenant.sharePoint.site(SAMPLE.portfolioSite).id;
    const { code, errors } = await run({ ...store, site }, 'verify');
    expect(code).toBe(2);
    expect(errors).toContain('npm run provision');
  });
});
