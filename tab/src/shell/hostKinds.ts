import type { Authorize } from '../api/client.ts';
import type { Language } from '../texts/index.ts';
import type { ThemeName } from './themeName.ts';

/** Somebody of the sample municipality whom one may be in local mode. */
export type Persona = { readonly id: string; readonly name: string; readonly title: string | null };

/** Where the tab runs, told once at start. */
export type Host =
  | {
      readonly kind: 'teams';
      readonly authorize: Authorize;
      readonly language: Language;
      readonly theme: ThemeName;
      readonly onTheme: (listener: (theme: ThemeName) => void) => void;
      readonly ready: () => void;
      /** Page of the deep link that opened the tab, e.g. `/initiatives/VOF-2026-0001`. */
      readonly startPath?: string;
    }
  | {
      readonly kind: 'local';
      readonly personas: readonly Persona[];
      readonly theme: ThemeName;
      readonly language: Language;
    }
  | { readonly kind: 'nowhere' | 'unreachable'; readonly theme: ThemeName; readonly language: Language };
