import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

function start(env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bot/index.ts'], {
    cwd: ROOT,
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
