/** Local mode as a process of its own with a server that answers "hello", for tests of starting and ending. */

import { createServer } from 'node:http';
import { runLocal } from '../../../bot/local/run.ts';

process.exitCode = await runLocal(process.argv.slice(3), {
  root: process.argv[2] ?? '',
  env: process.env,
  say: (line) => console.log(line),
  buildTab: async (say) => say('tab'),
  openServer: async ({ store }) => {
    const server = createServer((_request, response) => response.end('hello'));
    return {
      listen: (port) =>
        new Promise((done) => {
          server.listen(port, '127.0.0.1', () => done(`http://127.0.0.1:${port}`));
        }),
      close: async () => {
        server.close();
        server.closeAllConnections();
        await store.close();
        console.log('server closed');
      },
    };
  },
});
