import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeFile } from '../../../bot/adapters/sqlite/index.ts';
import { lockFileOf } from '../../../bot/local/lockFile.ts';
import { resetData } from '../../../bot/local/resetData.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporaryFolder.ts';

describe('npm run reset', () => {
  afterEach(removeTemporaryFolders);

  /** @param answer what is answered when asked; undefined when there is no terminal. */
  async function reset({ args = [], answer, files }: { args?: string[]; answer?: string; files: string[] }) {
    const root = temporaryFolder();
    const data = join(root, '.data');
    mkdirSync(data);
    for (const file of files)
      writeFileSync(join(data, file), file === 'server.lock' ? String(process.ppid) : 'x');
    const said: string[] = [];
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return answer;
    };
    const code = await resetData(args, { root, ask, say: (line) => said.push(line) });
    return { code, said: said.join('\n'), asked, left: existsSync(data) };
  }
  const store = storeFile('').replace(/^\W+/, '');

  it.each(['ja', 'J', 'yes '])('throws the data away after the answer %j', async (answer) =>
    expect(await reset({ answer, files: [store] })).toMatchObject({
      code: 0,
      left: false,
      asked: [expect.any(String)],
    }),
  );

  it.each(['', 'nej', 'jag vet inte'])('leaves it after the answer %j', async (answer) =>
    expect(await reset({ answer, files: [store] })).toMatchObject({ code: 1, left: true }),
  );

  it('does not ask with --yes', async () =>
    expect(await reset({ args: ['--yes'], files: [store] })).toMatchObject({
      code: 0,
      left: false,
      asked: [],
    }));

  it('leaves it when there is nobody to ask', async () =>
    expect(await reset({ files: [store] })).toMatchObject({
      code: 1,
      left: true,
      said: expect.stringContaining('--yes'),
    }));

  it('refuses while a server uses it, also with --yes', async () =>
    expect(await reset({ args: ['--yes'], files: [store, 'server.lock'] })).toMatchObject({
      code: 1,
      left: true,
      said: expect.stringContaining(`process ${process.ppid}`),
    }));

  it('touches no folder that local mode has not made', async () =>
    expect(await reset({ args: ['--yes'], files: ['family-photo.jpg'] })).toMatchObject({
      code: 1,
      left: true,
    }));

  it('has nothing to do in an empty folder', async () =>
    expect(await reset({ args: ['--yes'], files: [] })).toMatchObject({ code: 0, asked: [] }));

  it('does not understand everything', async () =>
    expect(await reset({ args: ['--force'], files: [store] })).toMatchObject({ code: 2, left: true }));

  it('knows the lock by the name the server gives it', () =>
    expect(lockFileOf('x')).toBe(join('x', 'server.lock')));
});
