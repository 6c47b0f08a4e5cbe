import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { runPackage } from '../../manifest/packaging/runPackage.ts';
import { FOLDER, SETTINGS } from './appPackage.ts';

describe('npm run package', () => {
  let root = '';
  const said: string[] = [];
  const io = { say: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  const run = (args: readonly string[], env: Record<string, string> = {}): number =>
    runPackage(args, env, root, io);
  const settingsFile = (settings: object): void =>
    writeFileSync(
      join(root, 'infra', 'env', '.env.prod'),
      Object.entries(settings)
        .map(([name, value]) => `${name}="${value}"`)
        .join('\n'),
    );

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fardplan-package-'));
    said.length = 0;
    mkdirSync(join(root, 'infra', 'env'), { recursive: true });
    cpSync(FOLDER, join(root, 'manifest'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const madeAt = (): string => join(root, '.artifacts', 'package', 'fardplan-prod.zip');

  it('makes the zip and says where it is and what is next', () => {
    settingsFile(SETTINGS);
    expect(run(['--env', 'prod'])).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(madeAt())))).toContain('manifest.json');
    expect(said.join()).toContain(madeAt());
  });

  it('puts it where it is told to', () => {
    settingsFile(SETTINGS);
    expect(run(['--env', 'prod', '--out', 'ut/app.zip'])).toBe(0);
    expect(existsSync(join(root, 'ut', 'app.zip'))).toBe(true);
  });

  it('lets the environment go before the file', () => {
    settingsFile({ ...SETTINGS, BOT_DOMAIN: '' });
    expect(run(['--env', 'prod'], { BOT_DOMAIN: 'annan.ekhamra.example', HOME: 'x' })).toBe(0);
    const manifest = unzipSync(readFileSync(madeAt()))['manifest.json'];
    expect(new TextDecoder().decode(manifest)).toContain('annan.ekhamra.example');
  });

  it('makes nothing of half the settings, and says all that is missing', () => {
    settingsFile({ ...SETTINGS, BOT_ID: '', TERMS_URL: '' });
    expect(run(['--env', 'prod'])).toBe(1);
    expect(existsSync(madeAt())).toBe(false);
    expect(said.join('\n')).toMatch(/BOT_ID saknas[\s\S]*TERMS_URL saknas/);
  });

  it('says which file to make when there is none', () => {
    expect(run(['--env', 'prod'])).toBe(1);
    expect(said.join()).toContain('.env.example');
  });

  it.each([[[]], [['--env']], [['--env', '../prod']], [['--fel']]])(
    'explains itself when asked wrongly: %j',
    (args) => {
      expect(run(args)).toBe(1);
      expect(said.join()).toContain('npm run package -- --env');
    },
  );

  it('explains itself when asked', () => {
    expect(run(['--help'])).toBe(0);
    expect(said.join()).toContain('MUNICIPALITY_NAME');
  });
});
