import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEMORY_OPTIONS } from '../memoryOptions.ts';
import { INFRA } from './bicep/readBicep.ts';

type Step = { readonly order: string; readonly rest: string };
const text = readFileSync(join(INFRA, 'Containerfile'), 'utf8');

/** Orders of a Containerfile, continued lines joined, without comments. */
const steps: readonly Step[] = text
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => ({ order: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
const last = steps.slice(steps.findLastIndex(({ order }) => order === 'FROM'));
const restsOf = (order: string): string[] =>
  last.filter((step) => step.order === order).map(({ rest }) => rest);

describe('the container', () => {
  it('is built of Node 24 in every stage', () => {
    expect(text).toMatch(/ARG NODE_IMAGE=\S+node:24-/);
    const stages = steps.filter(({ order }) => order === 'FROM').map(({ rest }) => rest.split(' ')[0]);
    expect(new Set(stages)).toEqual(new Set(['${NODE_IMAGE}']));
  });

  it('runs as somebody who may change nothing but the disposable data', () => {
    expect(restsOf('USER')).toEqual(['node']);
    const afterUser = last
      .slice(last.findIndex(({ order }) => order === 'USER') + 1)
      .map(({ order }) => order);
    expect(afterUser).toEqual(['VOLUME', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'CMD']);
    expect(restsOf('RUN')).toEqual(['mkdir /data && chown node:node /data']);
    expect(restsOf('ENV')).toEqual(['NODE_ENV=production FARDPLAN_DATA_DIR=/data']);
    expect(restsOf('VOLUME')).toEqual(['/data']);
  });

  it('hears the signal to stop, since nothing stands between', () => {
    const [command] = restsOf('CMD').map((rest) => JSON.parse(rest) as string[]);
    expect(command).toEqual(['node', ...MEMORY_OPTIONS, 'bot/index.ts']);
    expect(restsOf('STOPSIGNAL')).toEqual(['SIGTERM']);
  });

  it('is asked whether it is well at the server’s own address', () =>
    expect(restsOf('HEALTHCHECK').join()).toContain("/healthz'"));

  it('holds neither local mode, nor tools, nor whatever lies in the folder', () => {
    expect(restsOf('COPY')).toEqual([
      '--from=packages /app/node_modules node_modules',
      '--from=server /app ./',
      '--from=tab /app/tab/dist tab/dist',
    ]);
    expect(text).toContain('rm -rf bot/local bot/bootstrap bot/bootstrap.cjs');
    expect(text).toContain('npm ci --omit=dev --omit=optional --ignore-scripts');
    expect(
      steps.filter(({ order, rest }) => order === 'ADD' || (order === 'COPY' && rest.startsWith('. '))),
    ).toEqual([]);
  });
});

describe('what is deployed as a zip', () => {
  it('leaves local mode, tests and settings at home', () => {
    const ignored = readFileSync(join(INFRA, '.webappignore'), 'utf8').split('\n').filter(Boolean);
    expect(ignored).toEqual(
      expect.arrayContaining(['/bot/local', '/tests', '/infra', '/manifest', '/.data', '/.git']),
    );
    // Without the slash it would also match inside the packages.
    expect(ignored.filter((pattern) => !pattern.startsWith('/'))).toEqual([]);
    expect(ignored.filter((pattern) => /^\/(?:domain|node_modules|tab\/dist|bot)$/.test(pattern))).toEqual(
      [],
    );
  });
});
