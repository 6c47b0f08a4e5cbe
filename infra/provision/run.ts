import { CLOSED_SITE_LISTS, type Graph, PORTFOLIO_SITE_LISTS } from '../../bot/adapters/sharepoint/index.ts';
import { explainTrouble } from '../../bot/municipality/explainTrouble.ts';
import { BY_HAND } from './byHand.ts';
import { type ProvisionCommand, parseCommandLine, USAGE } from './commandLine.ts';
import { carryOut, planSite, type SitePlan } from './provision.ts';

export type Terminal = {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
};

/**
 * `npm run provision`: plans, shows the plan, carries it out and looks again.
 * @returns exit code: 0 as it should be, 1 something differs or a person must act, 2 not carried out.
 */
export async function runProvision(
  args: readonly string[],
  connect: () => Graph,
  { stdout, stderr }: Terminal,
): Promise<number> {
  const say = (line: string): void => void stdout.write(`${line}\n`);
  try {
    const command = parseCommandLine(args);
    if (command.help) {
      say(USAGE);
      return 0;
    }
    return await provision(command, connect(), say);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    stderr.write(`${explainTrouble(error) ?? `${reason}\n\n${USAGE}`}\n`);
    return 2;
  }
}

/** Some things can only be done when others are, such as closing the folder that the round before made. */
const MOST_ROUNDS = 4;

async function provision(
  command: ProvisionCommand,
  graph: Graph,
  say: (line: string) => void,
): Promise<number> {
  let differs = false;
  for (const { key, ...wanted } of sitesOf(command)) {
    let plan = await planSite(graph, wanted);
    show(plan, say);
    const told = new Set(plan.problems);
    for (let round = 1; !command.check && plan.steps.length > 0 && round <= MOST_ROUNDS; round += 1) {
      const { steps } = plan;
      await carryOut(graph, plan, (says, number) => say(`  ${number}/${steps.length} ${says} …`));
      plan = await planSite(graph, wanted);
    }
    if (!command.check && plan.steps.length > 0)
      say(`  Det här blev inte gjort: ${plan.steps.map(({ says }) => says).join('; ')}`);
    for (const problem of plan.problems) if (!told.has(problem)) say(`  ! ${problem}`);
    for (const fact of plan.facts ?? []) say(`  · ${fact}`);
    differs ||= plan.problems.length > 0 || plan.steps.length > 0;
    say('  Kontrollera för hand, det går inte att se härifrån:');
    for (const line of BY_HAND[key]) say(`  - ${line}`);
    say(`  Webbplatsens id till inställningarna: ${plan.site}\n`);
  }
  say(
    differs ? 'Något skiljer sig från hur det ska vara, se ovan.' : 'Allt som syns härifrån är som det ska.',
  );
  return differs ? 1 : 0;
}

function show({ name, steps, problems }: SitePlan, say: (line: string) => void): void {
  say(name);
  if (steps.length === 0) say('  Inget att göra.');
  for (const { says } of steps) say(`  + ${says}`);
  for (const problem of problems) say(`  ! ${problem}`);
}

function sitesOf({ logSite, portfolioSite, protectedGroup, app, replace }: ProvisionCommand) {
  return [
    {
      key: 'log' as const,
      name: 'Stängd webbplats (logg)',
      site: logSite,
      lists: CLOSED_SITE_LISTS,
      isClosed: true as const,
    },
    {
      key: 'portfolio' as const,
      name: 'Portföljens webbplats',
      site: portfolioSite,
      lists: PORTFOLIO_SITE_LISTS,
      library: protectedGroup ? { group: protectedGroup } : {},
    },
  ].flatMap(({ site, ...rest }) =>
    site ? [{ ...rest, site, replacing: replace, ...(app && { app }) }] : [],
  );
}
