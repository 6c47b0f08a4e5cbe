import { z } from 'zod';

/**
 * What differs between municipalities and between test and production in the app package. The names are those of the
 * placeholders in manifest.json; the ids and the host come out of infra/m365agents.yml, the rest is written by hand.
 * Source: docs/operations.md
 */
const id = z.guid();
const page = z.url({ protocol: /^https$/ }).max(2048);
const schema = z.object({
  TEAMS_APP_ID: id.describe('appens id i Teams, samma vid varje uppgradering'),
  BOT_ID: id.describe('botens klient-id (den hanterade identiteten)'),
  TAB_APP_ID: id.describe('klient-id för flikens app-registrering i Entra, en annan än botens'),
  BOT_DOMAIN: z
    .string()
    .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/)
    .describe('serverns adress utan https:// och utan snedstreck, till exempel fardplan.kommunen.example'),
  MUNICIPALITY_NAME: z.string().trim().min(1).max(32).describe('kommunens namn, högst 32 tecken'),
  SUPPORT_URL: page.describe('sida med hjälp, öppen utan inloggning, https'),
  PRIVACY_URL: page.describe('sida om hur personuppgifter behandlas, öppen utan inloggning, https'),
  TERMS_URL: page.describe('sida med användarvillkor, öppen utan inloggning, https'),
  APP_NAME_SUFFIX: z
    .string()
    .max(22)
    .default('')
    .describe('läggs till appens namn, till exempel " (test)"; tomt i produktion'),
});

export type PackageSettings = z.output<typeof schema>;

/** Placeholder → what it is, for the one who fills it in. */
export const PACKAGE_SETTINGS: Readonly<Record<keyof PackageSettings, string>> = meanings();

/** All settings, or every one that is missing or wrong, with what it should be. Empty counts as missing. */
export function readPackageSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: PackageSettings } | { readonly problems: readonly string[] } {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof PackageSettings))];
    return {
      problems: names.map(
        (name) => `${name} ${filled[name] ? 'är fel' : 'saknas'}: ${PACKAGE_SETTINGS[name]}`,
      ),
    };
  }
  if (parsed.data.BOT_ID.toLowerCase() === parsed.data.TAB_APP_ID.toLowerCase())
    return { problems: [`TAB_APP_ID är fel: ${PACKAGE_SETTINGS.TAB_APP_ID}`] };
  return { settings: parsed.data };
}

function meanings(): Record<keyof PackageSettings, string> {
  const entries = Object.entries(schema.shape).map(([name, field]) => [name, field.description ?? '']);
  return Object.fromEntries(entries) as Record<keyof PackageSettings, string>;
}
