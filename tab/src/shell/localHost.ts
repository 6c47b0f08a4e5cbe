import type { Host, Persona } from './hostKinds.ts';
import { readTheme } from './themeName.ts';

const REMEMBERED = 'fardplan.persona';

/** Local mode when the server has personas to offer; otherwise there is nothing to show outside Teams. */
export async function localHost(): Promise<Host> {
  const theme = readTheme(new URLSearchParams(location.search).get('theme') ?? undefined);
  const around = { theme, language: 'sv' } as const;
  try {
    const response = await fetch('/api/personas');
    if (!response.ok) return { kind: 'nowhere', ...around };
    return { kind: 'local', personas: (await response.json()) as readonly Persona[], ...around };
  } catch {
    return { kind: 'unreachable', ...around };
  }
}

/** `?persona=` of the address, else whom this browser was last. Undefined when it is nobody known. */
export function chosenPersona(personas: readonly Persona[]): Persona | undefined {
  const wanted = [new URLSearchParams(location.search).get('persona'), localStorage.getItem(REMEMBERED)];
  const id = wanted.find((each) => personas.some((persona) => persona.id === each));
  return personas.find((persona) => persona.id === id);
}

/** Remembers the choice, and shows it in the address so that the link opens as the same person. */
export function choosePersona(id: string): void {
  localStorage.setItem(REMEMBERED, id);
  const address = new URL(location.href);
  address.searchParams.set('persona', id);
  history.replaceState(history.state, '', address);
}
