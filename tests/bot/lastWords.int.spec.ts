import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../repo/files.ts';
import { ensureSomeTab } from '../tab/builtTab.ts';
import { ENVIRONMENT } from './server/startProduction.ts';

/** What an SDK throws: the request with our token and the answer with people's words hang on it. */
const THROWN = `Object.assign(new Error('Request failed for "Mormors nycklar"'), {
  name: 'RestError', statusCode: 500,
  request: { headers: { authorization: 'Bearer eyJ0b2tlbg' } }, bodyAsText: 'Mormors nycklar' })`;

const folder = mkdtempSync(join(tmpdir(), 'mishap-'));
beforeAll(ensureSomeTab, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * The production program as it is, with something that goes wrong in it from outside, as soon as anybody listens for
 * that. Its sign-in leads nowhere, so that it is still opening its store then.
 */
async function withMishap(mishap: string) {
  const preload = `setInterval(() => { if (process.listenerCount('uncaughtException') === 0) return; ${mishap} }, 5).unref();`;
  const file = join(folder, 'mishap.mjs');
  writeFileSync(file, preload);
  const child = spawn(process.execPath, ['--import', pathToFileURL(file).href, 'bot/index.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      ...ENVIRONMENT,
      FARDPLAN_GRAPH_IDENTITY: 'secret',
      FARDPLAN_GRAPH_SECRET: 'x'.repeat(40),
      FARDPLAN_AUTHORITY_HOST: 'https://127.0.0.1:9',
      PORT: '39519',
      FARDPLAN_DATA_DIR: folder,
    },
    timeout: 90_000,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

describe('an error that nobody has caught', () => {
  it.each([
    ['thrown', `throw ${THROWN}`],
    ['in a promise nobody waits for', `void Promise.reject(${THROWN})`],
  ])(
    '%s: the program says so in its log, without what hangs on the error, and ends',
    async (_how, mishap) => {
      const { code, said } = await withMishap(mishap);
      expect(code).toBe(1);
      const lines = said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { msg: string });
      expect(lines.filter(({ msg }) => msg === 'uncaught error')).toMatchObject([
        { level: 'error', err: { type: 'RestError', statusCode: 500 } },
      ]);
      expect(said).not.toMatch(/eyJ|Mormors/);
    },
    100_000,
  );
});
