import type { Host } from '../../../tab/src/shell/hostKinds.ts';

type Context = { app: { theme: string; locale: string }; page: { subPageId?: string } };

const teams = {
  app: {
    initialize: jest.fn<Promise<void>, []>(),
    getContext: jest.fn<Promise<Context>, []>(),
    registerOnThemeChangeHandler: jest.fn<void, [(theme: string) => void]>(),
    notifyAppLoaded: jest.fn(),
    notifySuccess: jest.fn(),
  },
  authentication: { getAuthToken: jest.fn<Promise<string>, []>() },
};
jest.mock('@microsoft/teams-js', () => teams);

import { findHost } from '../../../tab/src/shell/host.ts';

const PERSONAS = [{ id: 'coach', name: 'Coach', title: null }];

/** The little of a browser that finding the host looks at. */
function inBrowser({
  framed,
  search = '',
  personas = 404,
}: {
  framed: boolean;
  search?: string;
  personas?: number | 'dead';
}): void {
  const window = { parent: {} };
  if (!framed) window.parent = window;
  const fetch = async () => {
    if (personas === 'dead') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(PERSONAS), { status: personas });
  };
  Object.assign(globalThis, { window, location: { search }, fetch });
}

const asTeams = (host: Host) => {
  if (host.kind !== 'teams') throw new Error(`found ${host.kind}`);
  return host;
};

beforeEach(() => {
  jest.resetAllMocks();
  teams.app.initialize.mockResolvedValue();
  teams.app.getContext.mockResolvedValue({ app: { theme: 'dark', locale: 'sv-se' }, page: {} });
});

describe('inside Teams', () => {
  beforeEach(() => inBrowser({ framed: true }));

  it('takes theme, language and deep link from Teams', async () => {
    teams.app.getContext.mockResolvedValue({
      app: { theme: 'contrast', locale: 'en-GB' },
      page: { subPageId: 'VOF-2026-0001' },
    });
    expect(await findHost()).toMatchObject({
      kind: 'teams',
      theme: 'contrast',
      language: 'en',
      startPath: '/initiatives/VOF-2026-0001',
    });
  });

  it('speaks Swedish when the locale is neither, and is light in a theme it does not know', async () => {
    teams.app.getContext.mockResolvedValue({ app: { theme: 'glass', locale: 'fi-FI' }, page: {} });
    expect(await findHost()).toMatchObject({ theme: 'default', language: 'sv' });
  });

  it('asks Teams for a token for every request, so that one that runs out is renewed', async () => {
    teams.authentication.getAuthToken.mockResolvedValueOnce('first').mockResolvedValueOnce('second');
    const { authorize } = asTeams(await findHost());
    expect([await authorize(), await authorize()]).toEqual(['Bearer first', 'Bearer second']);
  });

  it('follows a change of theme with the one handler that Teams has', async () => {
    const seen: string[] = [];
    asTeams(await findHost()).onTheme((theme) => seen.push(theme));
    teams.app.registerOnThemeChangeHandler.mock.calls[0]?.[0]('contrast');
    expect(seen).toEqual(['contrast']);
    expect(teams.app.registerOnThemeChangeHandler).toHaveBeenCalledTimes(1);
  });

  it('says that it has loaded only when it is ready', async () => {
    const host = asTeams(await findHost());
    expect(teams.app.notifySuccess).not.toHaveBeenCalled();
    host.ready();
    expect(teams.app.notifyAppLoaded).toHaveBeenCalledTimes(1);
    expect(teams.app.notifySuccess).toHaveBeenCalledTimes(1);
  });
});

describe('outside Teams', () => {
  it('never asks a page that is not framed whether it is Teams', async () => {
    inBrowser({ framed: false, personas: 200, search: '?theme=dark' });
    expect(await findHost()).toEqual({ kind: 'local', personas: PERSONAS, theme: 'dark', language: 'sv' });
    expect(teams.app.initialize).not.toHaveBeenCalled();
  });

  it('is local mode in a frame that is not Teams', async () => {
    inBrowser({ framed: true, personas: 200 });
    teams.app.initialize.mockRejectedValue(new Error('No Parent window found'));
    expect((await findHost()).kind).toBe('local');
  });

  it('gives up a frame that never answers', async () => {
    inBrowser({ framed: true });
    teams.app.initialize.mockReturnValue(new Promise(() => undefined));
    jest.useFakeTimers();
    const found = findHost();
    await jest.advanceTimersByTimeAsync(5_000);
    expect((await found).kind).toBe('nowhere');
    jest.useRealTimers();
  });

  it('is nowhere when there are no personas, as in production, and knows that from a server that is away', async () => {
    inBrowser({ framed: false, personas: 404 });
    expect((await findHost()).kind).toBe('nowhere');
    inBrowser({ framed: false, personas: 'dead' });
    expect((await findHost()).kind).toBe('unreachable');
  });
});
