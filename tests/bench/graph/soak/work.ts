import { setTimeout as pause } from 'node:timers/promises';
import { CAST, PLACES } from '../../../production/cast.ts';
import { addToTeam, peopleBefore, type Teams } from '../../../production/people.ts';
import { approve, followUp, type Proposed, propose } from '../../../production/story.ts';
import { fromTab } from '../../../production/tab.ts';
import { SAMPLE } from '../../../tenant/seed.ts';
import type { Tenant } from '../../../tenant/tenant.ts';

const LINES = 4;
/** Between two cases of a line: all of them together stay within what the smallest tier leaves for background work. */
const REST_MS = 20_000;
/** Tabs that stay open while cases come in; fewer than a person may have. */
const OPEN_TABS = 8;

export type Work = {
  /** Everybody installs the app, and the department's channel is tied. */
  readonly prepare: () => Promise<void>;
  /** People who carry cases through, so many lines of them, and tabs that stay open beside them, until told. */
  readonly build: (isOver: () => boolean) => Promise<void>;
  /** People who ask, look, mistype and come and go: nothing of it adds to the log. */
  readonly look: (isOver: () => boolean) => Promise<void>;
  /** Changes that the open tabs have been told of. */
  readonly told: () => number;
  /** Open tabs whose stream did not last. */
  readonly lost: () => number;
  /** Cases carried through. */
  readonly cases: () => number;
  /** Requests answered while people only looked. */
  readonly answers: () => number;
};

/** What a municipality does all day, sped up. */
export function workOn(tenant: Tenant, url: string): Work {
  let teams: Teams = peopleBefore(tenant, url);
  let [cases, answers, told, lost] = [0, 0, 0, 0];
  let last: Proposed | undefined;

  const asked = async (work: Promise<unknown>): Promise<void> => {
    await work;
    answers += 1;
  };
  const tab = (user: string, path: string, body?: object) =>
    asked(fromTab(tenant, url, { user, path, ...(body && { body }) }));
  const looks: readonly (() => Promise<void>)[] = [
    () => asked(teams.person(CAST.coach).says('hjälp')),
    () => asked(teams.person(PLACES[0]?.employee ?? '').says('mina ärenden')),
    () => asked(teams.person(PLACES[1]?.employee ?? '').says('zzz vad är det här')),
    () => tab(CAST.director, '/api/portfolio'),
    () => tab(CAST.coach, `/api/initiatives/${last?.number}`),
    () => tab(CAST.coach, '/api/todo'),
    () => tab(CAST.toolAdmin, '/api/undelivered'),
    () => tab(CAST.director, '/api/similar', { title: 'Nycklar', problem: 'Vi letar efter nycklar.' }),
    () => tab(CAST.director, '/api/commands', REFUSED(last?.number ?? '')),
    () => asked(fetch(`${url}/api/portfolio`).then((response) => response.text())),
    () => asked(forged(tenant, url)),
    () => asked(stream(tenant, url)),
  ];

  return {
    prepare: async () => {
      for (const id of [...PLACES.flatMap(({ employee, manager }) => [employee, manager]), CAST.coach])
        await teams.person(id).installs();
      await addToTeam(tenant, url, CAST.coach);
      await teams.person(CAST.coach).posts('koppla till vård och omsorg');
    },
    build: async (isOver) => {
      const line = async (place: (typeof PLACES)[number], at: number) => {
        for (let turn = 0; !isOver(); turn += 1) {
          const proposed = await propose(teams, place, `lång ${at} ${turn}`);
          await approve(teams, place, proposed);
          await followUp(teams, proposed, `Det går bra (${at} ${turn}).`);
          last = proposed;
          cases += 1;
          await pause(REST_MS);
        }
      };
      const close = await openTabs(tenant, url, () => {
        told += 1;
      });
      await Promise.all(PLACES.slice(0, LINES).map(line));
      lost = await close();
    },
    look: async (isOver) => {
      // What was answered before is of no interest any more.
      teams = peopleBefore(tenant, url);
      const line = async (at: number) => {
        for (let turn = at; !isOver(); turn += 1) await looks[turn % looks.length]?.();
      };
      await Promise.all(Array.from({ length: LINES }, (_, at) => line(at * 3)));
    },
    told: () => told,
    lost: () => lost,
    cases: () => cases,
    answers: () => answers,
  };
}

/** A follow-up without a word: refused by the rules, so nothing is written. */
const REFUSED = (initiative: string) => ({
  operationId: 'c0ffee00-0000-4000-8000-000000000001',
  initiative,
  order: { type: 'FollowUp', status: 'red', text: ' ' },
});

let forgeries = 0;

async function forged(tenant: Tenant, url: string): Promise<void> {
  const token = await tenant.tokens.mintUserToken({ user: CAST.coach, audience: SAMPLE.tabApp });
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
  forgeries += 1;
  const tid = `00000000-0000-4000-8000-${String(forgeries).padStart(12, '0')}`;
  const other = Buffer.from(JSON.stringify({ ...claims, tid })).toString('base64url');
  const authorization = `Bearer ${header}.${other}.${signature}`;
  const { status } = await fetch(`${url}/api/me`, { headers: { authorization } });
  if (status !== 401) throw new Error(`a forged token was answered with ${status}`);
}

/** Opens the stream of changes, as a tab does, and walks away. */
async function stream(tenant: Tenant, url: string): Promise<void> {
  const leave = new AbortController();
  const { body } = await changes(tenant, url, leave.signal);
  await body?.getReader().read();
  await pause(100);
  leave.abort();
}

/** Tabs that stay open and read all they are told. @returns closes them, and says how many had been closed on them */
async function openTabs(tenant: Tenant, url: string, onTold: () => void): Promise<() => Promise<number>> {
  const leave = new AbortController();
  const reading = Array.from({ length: OPEN_TABS }, async () => {
    const { body } = await changes(tenant, url, leave.signal);
    for await (const part of body ?? []) if (Buffer.from(part).includes('data:')) onTold();
  });
  return async () => {
    leave.abort();
    const ended = await Promise.allSettled(reading);
    return ended.filter((one) => one.status === 'fulfilled' || !isAbort(one.reason)).length;
  };
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

async function changes(tenant: Tenant, url: string, signal: AbortSignal): Promise<Response> {
  const token = await tenant.tokens.mintUserToken({ user: CAST.director, audience: SAMPLE.tabApp });
  return fetch(`${url}/api/changes`, { headers: { authorization: `Bearer ${token}` }, signal });
}
