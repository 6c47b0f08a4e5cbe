import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ROOT, readRepoFile } from '../../repo/files.ts';

const GUID = '11111111-2222-4333-8444-555555555555';
const COMPLETE = {
  FARDPLAN_TENANT_ID: GUID,
  FARDPLAN_BOT_APP_ID: GUID.replace('1111', '2222'),
  FARDPLAN_TAB_APP_ID: GUID.replace('1111', '3333'),
  FARDPLAN_GRAPH_APP_ID: GUID.replace('1111', '4444'),
  FARDPLAN_TAB_URL: 'https://fardplan.example/tab/',
  FARDPLAN_LOG_SITE_ID: 'log-site',
  FARDPLAN_PORTFOLIO_SITE_ID: 'portfolio-site',
};
const NAMES = Object.keys(COMPLETE);

function start(env: Readonly<Record<string, string>>, cwd = ROOT) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/index.ts'], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, said: stdout + stderr };
}

describe('the production start', () => {
  it('refuses with everything that is missing, and says how to try it instead', () => {
    const { status, said } = start({});
    expect(status).toBe(1);
    for (const name of NAMES) expect(said).toContain(`${name} (missing)`);
    expect(said).toContain('npm start');
  }, 40_000);

  it('refuses what is wrong by name, and never says what it was', () => {
    const { status, said } = start({ ...COMPLETE, FARDPLAN_TENANT_ID: 'our-secret-tenant', PORT: 'eighty' });
    expect(status).toBe(1);
    expect(said).toContain('FARDPLAN_TENANT_ID (wrong)');
    expect(said).toContain('PORT (wrong)');
    expect(said).not.toContain('our-secret-tenant');
    expect(said).not.toContain('FARDPLAN_TAB_URL');
  }, 40_000);
});

describe('what is deployed', () => {
  /** As the guide has it zipped; the packages are what `npm ci --omit=dev` leaves of these. */
  function unpacked(): string {
    const folder = mkdtempSync(join(tmpdir(), 'deployed-'));
    const isLocal = (path: string) => /[\\/]bot[\\/](?:local|bootstrap)(?:[\\/.]|$)/.test(path);
    for (const part of ['bot', 'domain', 'package.json'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (path) => !isLocal(path) });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return folder;
  }

  it('is enough to start, and the start refuses when the tab is not among it', () => {
    const folder = unpacked();
    const bare = start({ PORT: 'eighty' }, folder);
    const configured = start(COMPLETE, folder);
    rmSync(folder, { recursive: true });
    for (const { status, said } of [bare, configured]) {
      expect(status).toBe(1);
      expect(said).toContain('tab/dist (missing)');
    }
    expect(bare.said).toContain('PORT (wrong)');
    expect(configured.said).not.toContain('FARDPLAN_');
  }, 60_000);
});

/** Every file of ours that a file reaches by imports, static and dynamic. */
function reach(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readRepoFile(entry);
  for (const [, , path = ''] of text.matchAll(/(\bfrom\s+|\bimport\s*\(?\s*)'(\.[^']+)'/g)) {
    const found = relative(ROOT, join(ROOT, dirname(entry), path));
    if (!existsSync(join(ROOT, found))) throw new Error(`${entry} imports ${path}, which is not there`);
    if (/\.[cm]?tsx?$/.test(found)) reach(found, seen);
  }
  return seen;
}

describe('what production can reach', () => {
  it.each(['bot/index.ts', 'bot/server.ts'])('%s reaches nothing of local mode', (entry) => {
    const local = [...reach(entry)].filter((path) => /^bot\/local\/|localGuard|^tests\//.test(path));
    expect(local).toEqual([]);
  });

  it('is really followed', () => {
    expect(reach('bot/server.ts').size).toBeGreaterThan(100);
    expect([...reach('bot/local/index.ts')]).toContain('bot/teams/localGuard.ts');
  });
});
