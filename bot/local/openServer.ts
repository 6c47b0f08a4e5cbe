import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { pathOfPlace } from '../../domain/portfolio/places.ts';
import { createSnapshot, snapshotFile } from '../adapters/snapshot/index.ts';
import { createServer } from '../server.ts';
import { createLocalGuard } from '../teams/localGuard.ts';
import { createSampleDirectory } from './directory.ts';
import { createPersonaAuth } from './personaAuth.ts';
import { PERSONAS } from './personas.ts';
import type { OpenLocalServer } from './run.ts';

/** The real server with local mode's doors: no tokens, loopback only, personas instead of people. */
export const openLocalServer =
  (root: string): OpenLocalServer =>
  ({ store, dataDir, personas, url }) => {
    const directory = createSampleDirectory();
    const choosable = [...new Map([...PERSONAS, ...personas].map((each) => [each.id, each])).values()];
    const tabFolder = join(root, 'tab', 'dist');
    return createServer({
      store,
      snapshot: createSnapshot(snapshotFile(dataDir)),
      directory,
      guard: createLocalGuard(),
      authenticate: createPersonaAuth(),
      personas: () => choosable.map(({ id, name, title, unit }) => ({ id, name, title, unit })),
      unitOf: directory.unitOf,
      language: 'sv',
      // The Playground always says en-US, whoever sits in front of it.
      trustClientLanguage: false,
      ...(existsSync(tabFolder) && { tabFolder }),
      tabUrl: (place) => `${url}/tab/#${pathOfPlace(place) ?? '/'}`,
      report: pino({ base: null }, pino.destination({ dest: join(dataDir, 'server.log'), sync: true })),
    });
  };
