import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { initiativeView, similarViews, type ViewSources } from '../../bot/app/views/initiativeView.ts';
import { todoFor } from '../../bot/app/views/todo.ts';
import { isSubmitted, type Submitted } from '../../domain/initiatives/initiative.ts';
import { rolesOf } from '../../domain/organisation/lookup.ts';
import { toColumns } from '../../domain/portfolio/columns.ts';
import { openRow, type PortfolioRow, portfolioRow } from '../../domain/portfolio/row.ts';
import type {
  DocumentsView,
  MeView,
  OrganisationView,
  UndeliveredView,
} from '../../domain/portfolio/views.ts';
import { insightOf, type Viewer } from '../../domain/portfolio/visibility.ts';
import { type Asked, CONTEXT, createFakeStore, type FakeStore } from './fakeStore.ts';
import { seed } from './sample/initiatives.ts';
import { NAMES, ORGANISATION, PERSONAS } from './sample/organisation.ts';
import { UNDELIVERED } from './sample/undelivered.ts';
import { sendFile } from './staticFiles.ts';

/** The moment it always is here; a test page is told the same. */
export const NOW = '2026-03-16T09:00:00.000Z';
const DAY = '2026-03-16';

/** What a test may do to the server while a page is open. */
export type FakeApi = {
  readonly url: string;
  readonly store: FakeStore;
  /** Orders that reached the server, in order, also those whose answer was lost. */
  readonly received: readonly Asked[];
  /** `lost`: the order takes effect but no answer comes. `dead`: nothing is heard. Holds for orders only. */
  readonly network: { commands: 'well' | 'lost' | 'dead'; slowMs: number; changes: 'well' | 'dead' };
  /** Rows shown instead of the sample's, for a portfolio of any size. */
  readonly rows: { instead?: readonly PortfolioRow[] };
  /** Messages that did not arrive; the sample's at first. */
  readonly undelivered: { items: readonly UndeliveredView[]; more: boolean };
  /** Answered for every case; a server without a library at first, `down` when SharePoint is silent. */
  readonly documents: { answer: DocumentsView | 'down' };
  readonly dropStreams: () => void;
  /** Open streams of changes. */
  readonly streams: () => number;
  readonly close: () => Promise<void>;
};

/** The only one who has a picture: one dot. */
export const PHOTOGRAPHED = 'coach-norr';
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function sendDocuments(answer: FakeApi['documents']['answer'], response: ServerResponse): void {
  if (answer === 'down')
    json(response, 503, { code: 'documents-unavailable', detail: 'SharePoint svarar inte.' });
  else json(response, 200, answer);
}

function sendPhoto(path: string, response: ServerResponse): void {
  const isThere = path.includes(PHOTOGRAPHED);
  response.writeHead(isThere ? 200 : 204, isThere ? { 'content-type': 'image/png' } : {});
  response.end(isThere ? DOT : undefined);
}

/** A server with the tab and its API over a store in memory, on a free port of the loopback. */
export async function startFakeApi({ empty = false } = {}): Promise<FakeApi> {
  const store = createFakeStore();
  if (!empty) seed(store);
  const received: Asked[] = [];
  const network: FakeApi['network'] = { commands: 'well', slowMs: 0, changes: 'well' };
  const rows: FakeApi['rows'] = {};
  const undelivered: FakeApi['undelivered'] = { items: UNDELIVERED, more: false };
  const documents: FakeApi['documents'] = {
    answer: { library: false, folder: null, closed: false, files: [] },
  };
  const languages = new Map<string, 'sv' | 'en'>();
  const streams = new Set<ServerResponse>();
  const sources: ViewSources = {
    context: CONTEXT,
    nameOf: (id) => NAMES[id] ?? id,
    initiative: (id) => store.find(id),
  };

  store.onChange((initiative, position) => {
    const number = isSubmitted(initiative) ? initiative.number : null;
    const data = JSON.stringify({ id: initiative.id, number, version: initiative.version, position });
    for (const stream of streams) stream.write(`id: ${position}\nevent: change\ndata: ${data}\n\n`);
  });

  const me = (id: string): MeView => ({
    person: {
      id,
      name: NAMES[id] ?? id,
      title: null,
      unit: PERSONAS.find((persona) => persona.id === id)?.unit ?? null,
    },
    language: languages.get(id) ?? 'sv',
    roles: rolesOf(ORGANISATION, id, DAY),
  });

  const portfolio = (): PortfolioRow[] =>
    store.all().flatMap((each) => (isSubmitted(each) ? [portfolioRow(each, DAY, CONTEXT)] : []));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    if (path.startsWith('/tab')) return sendFile(path.slice('/tab'.length), response);
    if (path === '/api/personas')
      return json(
        response,
        200,
        PERSONAS.map(({ id }) => ({ id, name: NAMES[id], title: null })),
      );
    const person = /^Persona (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!person || !(person in NAMES))
      return json(response, 401, { code: 'unauthorised', detail: 'Logga in.' });
    const viewer: Viewer = { person, at: NOW, day: DAY };
    const body = request.method === 'GET' ? undefined : JSON.parse(await textOf(request));
    const todo = () => todoFor(store.all(), viewer, sources);
    switch (path) {
      case '/api/me':
        return json(response, 200, me(person));
      case '/api/me/language':
        languages.set(person, body.language);
        return json(response, 200, me(person));
      case '/api/portfolio':
        return json(
          response,
          200,
          toColumns(
            rows.instead ?? portfolio().map((row) => openRow(row, store.find(row.id) as Submitted)),
            store.position(),
          ),
        );
      case '/api/portfolio/insight': {
        const seen = portfolio().filter(
          (row) =>
            openRow(row, store.find(row.id) as Submitted) !== row &&
            insightOf(viewer, CONTEXT)(store.find(row.id) as Submitted),
        );
        return json(response, 200, { rows: seen });
      }
      case '/api/organisation':
        return json(response, 200, organisation());
      case '/api/todo':
        return json(response, 200, { items: todo() });
      case '/api/drafts':
        return json(response, 200, {
          items: todo().filter(({ state, mine }) => mine && ['DRAFT', 'RETURNED'].includes(state)),
        });
      case '/api/similar':
        return json(response, 200, {
          hits: similarViews(store.similarTo(`${body.title} ${body.problem}`), viewer, sources),
        });
      case '/api/undelivered':
        return me(person).roles.some(({ role }) => role === 'headOfDigitalisation')
          ? json(response, 200, undelivered)
          : json(response, 403, { code: 'not-allowed', detail: 'Nej.' });
      case '/api/undelivered/put-away':
        return putAway(response, body.messages);
      case '/api/changes':
        return openStream(response);
      case '/api/commands':
        return command(response, { ...body, actor: person, at: NOW }, viewer);
    }
    if (path.endsWith('/documents')) return sendDocuments(documents.answer, response);
    if (path.endsWith('/photo')) return sendPhoto(path, response);
    const found = store.find(decodeURIComponent(path.replace('/api/initiatives/', '')));
    const view = found && initiativeView(found, viewer, sources, store.rowsOf(found.id));
    return view
      ? json(response, 200, view)
      : json(response, 404, { code: 'unknown-initiative', detail: 'Finns inte.' });
  }

  async function command(response: ServerResponse, asked: Asked, viewer: Viewer): Promise<void> {
    if (network.commands === 'dead') return void response.destroy();
    received.push(asked);
    await new Promise((resolve) => setTimeout(resolve, network.slowMs));
    const answered = store.ask(asked);
    if (network.commands === 'lost') return void response.destroy();
    const view =
      answered.initiative &&
      initiativeView(answered.initiative, viewer, sources, store.rowsOf(answered.initiative.id));
    if (answered.ok) return json(response, 200, { initiative: view, replayed: answered.replayed });
    const { code, about } = answered.refusal;
    const status = { stale: 409, 'not-allowed': 403, 'own-proposal': 403 }[code as string] ?? 422;
    return json(response, status, { code, about, detail: `Nej: ${code}`, status, initiative: view });
  }

  function putAway(response: ServerResponse, messages: readonly { readonly key: string }[]): void {
    if (network.commands === 'dead') return void response.destroy();
    const gone = new Set(messages.map(({ key }) => key));
    undelivered.items = undelivered.items.filter(({ key }) => !gone.has(key));
    json(response, 200, { changed: true });
  }

  function openStream(response: ServerResponse): void {
    if (network.changes === 'dead') return void response.destroy();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  const dropStreams = () => {
    for (const stream of streams) stream.destroy();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    store,
    received,
    network,
    rows,
    undelivered,
    documents,
    dropStreams,
    streams: () => streams.size,
    close: () => {
      dropStreams();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const organisation = (): OrganisationView => ({
  units: Object.values(ORGANISATION.units),
  holders: Object.values(ORGANISATION.holders).map(({ role, unit, person }) => {
    const ref = { id: person, name: NAMES[person] ?? person };
    return { role, unit, person: ref, acting: ref, share: null };
  }),
  vacancies: ORGANISATION.vacancies,
  channels: Object.values(ORGANISATION.channels),
});

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
