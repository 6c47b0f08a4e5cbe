import { pathOfPlace } from '../../../domain/portfolio/places.ts';
import type { Language } from '../texts/index.ts';
import type { Host } from './hostKinds.ts';
import { localHost } from './localHost.ts';
import { readTheme } from './themeName.ts';

/** Teams answers in well under a second; a frame that is not Teams never does. */
const TEAMS_MS = 5_000;

/** Finds out whether this is Teams, local mode or a bare browser. Never throws. */
export async function findHost(): Promise<Host> {
  const framed = window.parent !== window;
  return (framed && (await teamsHost().catch(() => undefined))) || localHost();
}

export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('en') ? 'en' : 'sv';

async function teamsHost(): Promise<Host> {
  // Loaded only in a frame: outside Teams it is 15 KiB for nothing.
  const { app, authentication } = await import('@microsoft/teams-js');
  await within(TEAMS_MS, app.initialize());
  const context = await within(TEAMS_MS, app.getContext());
  const startPath = pathOfPlace(context.page.subPageId);
  return {
    kind: 'teams',
    // teams-js keeps the token until it is about to expire.
    authorize: async () => `Bearer ${await authentication.getAuthToken()}`,
    language: languageOf(context.app.locale),
    theme: readTheme(context.app.theme),
    onTheme: (listener) => app.registerOnThemeChangeHandler((theme) => listener(readTheme(theme))),
    ready: () => {
      app.notifyAppLoaded();
      app.notifySuccess();
    },
    ...(startPath && { startPath }),
  };
}

function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
