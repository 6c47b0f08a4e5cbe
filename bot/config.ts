import { z } from 'zod';

/** Settings of a production start, from the environment. Each description says what it is and where it comes from. */
const id = z.guid();
const productionSchema = z.object({
  FARDPLAN_TENANT_ID: id.describe('Entra tenant of the municipality'),
  FARDPLAN_BOT_APP_ID: id.describe('application (client) id of the Azure Bot'),
  FARDPLAN_TAB_APP_ID: id.describe('application id of the tab’s API, another than the bot’s'),
  FARDPLAN_TAB_URL: z.url({ protocol: /^https$/ }).describe('public address of the tab, https'),
  FARDPLAN_LOG_SITE_ID: z.string().min(1).describe('SharePoint site of the closed log'),
  FARDPLAN_PORTFOLIO_SITE_ID: z.string().min(1).describe('SharePoint site of the readable lists'),
  FARDPLAN_LANGUAGE: z.enum(['sv', 'en']).default('sv').describe('language where a person’s is not known'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3978).describe('port to listen on'),
});

export type ProductionConfig = z.output<typeof productionSchema>;

export type ConfigProblem = {
  readonly name: string;
  readonly problem: 'missing' | 'wrong';
  readonly meaning: string;
};

/** All settings, or the complete list of what is missing or wrong: never half a start. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: ProductionConfig } | { readonly problems: readonly ConfigProblem[] } {
  const parsed = productionSchema.safeParse(env);
  const problems: ConfigProblem[] = parsed.success
    ? []
    : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map((name) => ({
        name,
        problem: env[name] ? 'wrong' : 'missing',
        meaning: meaningOf(name),
      }));
  if (env.FARDPLAN_BOT_APP_ID && env.FARDPLAN_BOT_APP_ID === env.FARDPLAN_TAB_APP_ID)
    problems.push({
      name: 'FARDPLAN_TAB_APP_ID',
      problem: 'wrong',
      meaning: 'must not be the bot’s own application',
    });
  return parsed.success && problems.length === 0 ? { config: parsed.data } : { problems };
}

const meaningOf = (name: string): string =>
  productionSchema.shape[name as keyof typeof productionSchema.shape]?.description ?? '';
