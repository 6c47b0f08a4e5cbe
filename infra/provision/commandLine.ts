import { parseArgs } from 'node:util';

export type ProvisionCommand = {
  readonly logSite?: string | undefined;
  readonly portfolioSite?: string | undefined;
  /** Application (client) id of the running service. */
  readonly app?: string | undefined;
  /** Entra id of the group that works with protected cases. */
  readonly protectedGroup?: string | undefined;
  readonly check: boolean;
  /** Make new lists also where renamed ones seem to be the old ones. */
  readonly replace: boolean;
  readonly help: boolean;
};

export const USAGE = `Gör i ordning SharePoint för Färdplan. Visar först en plan. Kan köras hur många gånger som helst.

  npm run provision -- --log-site ADRESS --site ADRESS --app ID --protected-group ID
  npm run provision -- --log-site ADRESS --site ADRESS --check

  --log-site ADRESS  den stängda webbplatsen för loggen, t.ex. https://kommun.sharepoint.com/sites/fardplan-logg
  --site ADRESS      webbplatsen för portföljen, som alla medarbetare får läsa
  --app ID           tjänstens program-id: får skrivrätt till raderna (och inget mer)
  --protected-group ID  Entra-id för gruppen som arbetar med skyddade ärenden: bara den kommer åt deras dokument
  --check            ändrar ingenting; slutar med 1 om något skiljer sig från hur det ska vara
  --replace          gör en ny, tom lista fast en med annat namn ser ut att vara den gamla (vid återläsning)

Inloggning (ett program med Sites.FullControl.All, bara för detta kommando) ur miljön:
  FARDPLAN_TENANT_ID, FARDPLAN_PROVISION_APP_ID och
  FARDPLAN_PROVISION_CERTIFICATE (PEM) eller FARDPLAN_PROVISION_SECRET
`;

/** An address, or as Graph names it: host, site collection and web. */
const SITE = /^https:\/\/[^/]+\/|^[^/,]+(?:,[\da-f-]{36}){2}$/i;
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const EXAMPLE = '3f6d1f0e-6a52-4e1f-8a3c-5f0e7c1b2a01';

/** What the words mean. @throws Error with a sentence for the user. */
export function parseCommandLine(args: readonly string[]): ProvisionCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'log-site': { type: 'string' },
      site: { type: 'string' },
      app: { type: 'string' },
      'protected-group': { type: 'string' },
      check: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const {
    'log-site': logSite,
    site: portfolioSite,
    app,
    'protected-group': protectedGroup,
    check,
    replace,
    help,
  } = values;
  if (!help && !logSite && !portfolioSite)
    throw new Error('Ange minst en webbplats: --log-site eller --site.');
  for (const [option, site] of [
    ['--log-site', logSite],
    ['--site', portfolioSite],
  ])
    if (site !== undefined && !SITE.test(site))
      throw new Error(`Efter ${option}: webbplatsens adress, som börjar med https://, eller dess id.`);
  for (const [option, id] of [
    ['--app', app],
    ['--protected-group', protectedGroup],
  ])
    if (id !== undefined && !ID.test(id))
      throw new Error(`Efter ${option}: ett id ur Entra, till exempel ${EXAMPLE}.`);
  return { logSite, portfolioSite, app, protectedGroup, check, replace, help };
}
