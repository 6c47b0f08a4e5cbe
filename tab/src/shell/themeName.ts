const THEME_NAMES = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** What Teams calls its theme, or `?theme=` in local mode; an unknown one (newer clients) is shown light. */
export const readTheme = (name: string | undefined): ThemeName =>
  THEME_NAMES.find((known) => known === name) ?? 'default';
