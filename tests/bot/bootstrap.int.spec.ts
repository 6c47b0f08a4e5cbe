import { once } from 'node:events';
import { existsSync, mkdirSync, utimesSync } from 'node:fs';
import { createSandbox, ended } from './bootstrap/sandbox.ts';

const LOCK = '.artifacts/install.lock';

describe('bootstrap', () => {
  let sandbox: ReturnType<typeof createSandbox>;
  beforeEach(() => {
    sandbox = createSandbox();
  });
  afterEach(() => sandbox.remove());

  it('installs what is missing, says so, and hands over with arguments and exit code', async () => {
    const result = await sandbox.run(['7', 'a b']);
    expect(result.stdout).toMatch(/Installing the packages .*not installed yet/);
    expect(result.stdout).toContain('"args":["7","a b"]');
    expect(result.stdout).toContain(`"cwd":${JSON.stringify(sandbox.root)}`);
    expect(result.code).toBe(7);
    expect(existsSync(sandbox.file(LOCK))).toBe(false);
  });

  it('starts Node with the options it is given, and takes none of the entry file’s for its own', async () => {
    const started = sandbox.start(['0', '--expose-gc'], {}, ['--max-semi-space-size=16']);
    const { stdout } = await ended(started);
    expect(stdout).toContain('"args":["0","--expose-gc"],"options":["--max-semi-space-size=16"]');
  });

  it('includes development tools whatever NODE_ENV says, and runs no scripts of packages', async () => {
    await sandbox.run([], { NODE_ENV: 'production' });
    expect(sandbox.npmCalls()).toEqual([
      expect.stringMatching(/^ci --include=dev --include=optional --ignore-scripts/),
    ]);
  });

  it('is quiet when nothing is needed', async () => {
    await sandbox.run();
    const again = await sandbox.run();
    expect(sandbox.npmCalls()).toHaveLength(1);
    expect(again.stdout.trim().split('\n')).toEqual([expect.stringContaining('"args":[]')]);
    expect(again.stderr).toBe('');
  });

  it('installs again when the lock file has changed', async () => {
    await sandbox.run();
    sandbox.lock('2.0.0');
    const again = await sandbox.run();
    expect(again.stdout).toContain('package-lock.json has changed');
    expect(sandbox.npmCalls()).toHaveLength(2);
  });

  it('tells what to do when npm fails, and does not go on', async () => {
    const result = await sandbox.run([], { FAKE_NPM_FAILS: 'ENOTFOUND' });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('npm error code ENOTFOUND');
    expect(result.stderr).toContain('could not reach its package registry');
    expect(result.stdout).not.toContain('"args"');
    expect(existsSync(sandbox.file(LOCK))).toBe(false);
  });

  it('installs once when two commands start at the same time', async () => {
    const results = await Promise.all([sandbox.run(['0', 'one']), sandbox.run(['0', 'two'])]);
    expect(results.map((result) => result.code)).toEqual([0, 0]);
    expect(sandbox.npmCalls()).toHaveLength(1);
    expect(results.map((result) => result.stdout).join()).toContain('Another command is installing');
  });

  it('clears away the lock of a command that was killed', async () => {
    mkdirSync(sandbox.file(LOCK), { recursive: true });
    const longAgo = new Date('2026-01-01T00:00:00Z');
    utimesSync(sandbox.file(LOCK), longAgo, longAgo);
    expect((await sandbox.run()).code).toBe(0);
    expect(sandbox.npmCalls()).toHaveLength(1);
  });

  it('passes signals on and ends as the program ends', async () => {
    await sandbox.run();
    const child = sandbox.start(['wait']);
    const result = ended(child);
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    expect((await result).code).toBe(5);
  });

  it('ends with 128 + the number of the signal that ended the program', async () => {
    await sandbox.run();
    const child = sandbox.start(['wait']);
    const result = ended(child);
    await once(child.stdout!, 'data');
    child.kill('SIGHUP');
    expect((await result).code).toBe(129);
  });

  it('hands over from an old Node to the one npm brought', async () => {
    sandbox.bringNode();
    const result = await sandbox.run(['0'], sandbox.pretendNode('12.22.0'));
    expect(result.stderr).toBe('');
    expect(result.stdout).toContain(`"node":"${process.versions.node}"`);
  });

  it('says what is wrong when there is no Node that is new enough', async () => {
    const result = await sandbox.run(['0'], sandbox.pretendNode('18.20.0'));
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('needs Node 24 or later and found none: this is Node 18.20.0');
    expect(result.stderr).toContain('https://nodejs.org');
    expect(result.stdout).not.toContain('"args"');
  });
});
