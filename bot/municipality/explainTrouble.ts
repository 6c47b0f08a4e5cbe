import {
  GraphRefused,
  NotProvisioned,
  SignInFailed,
  StoreUnavailable,
} from '../adapters/sharepoint/index.ts';
import { StoreSettingsIncomplete } from './storeSettings.ts';

/**
 * Why a command could not use the store, and what to do about it, for the one who runs it (in Swedish); last what Entra
 * or Graph said, to be searched for. Undefined when the error is about something else.
 */
export function explainTrouble(error: unknown): string | undefined {
  if (error instanceof StoreSettingsIncomplete)
    return `Inställningarna räcker inte (docs/operations.md, kapitel 9):\n${error.message}`;
  return error instanceof StoreUnavailable ? `${adviceOn(error)}\n(${error.message})` : undefined;
}

function adviceOn(error: StoreUnavailable): string {
  if (error instanceof SignInFailed) return SIGN_IN[error.entraCode ?? ''] ?? signInAdvice(error.entraCode);
  if (error instanceof NotProvisioned)
    return 'Webbplatsen saknar en lista. Gör i ordning den först: npm run provision (docs/operations.md, kapitel 6).';
  if (error instanceof GraphRefused) return GRAPH[error.status] ?? 'Microsoft Graph säger nej.';
  return 'SharePoint svarar inte nu. Vänta en stund och kör samma kommando igen: det som är gjort görs inte om.';
}

/** Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes". */
const SIGN_IN: Readonly<Record<string, string>> = {
  AADSTS7000215: 'Hemligheten stämmer inte. Kopiera hemlighetens värde, inte dess id, ur appregistreringen.',
  AADSTS7000222: 'Hemligheten har gått ut. Skapa en ny på appregistreringen i Entra.',
  AADSTS700027:
    'Entra känner inte igen certifikatet, eller så har det gått ut. Ladda upp det på appregistreringen.',
  AADSTS700016: 'Programmet finns inte i katalogen. Kontrollera programmets id och FARDPLAN_TENANT_ID.',
  AADSTS90002: 'Katalogen finns inte. Kontrollera FARDPLAN_TENANT_ID.',
};

const signInAdvice = (entraCode: string | undefined): string =>
  entraCode
    ? 'Entra släpper inte in programmet. Sök på koden nedan.'
    : 'Det går inte att logga in i Entra. Kontrollera nätet, och att certifikatet innehåller både certifikat och privat nyckel (PEM).';

const NO_RIGHT =
  'Programmet har inte rätt att göra det här, eller så är id:t fel. Kontrollera rättigheterna (docs/operations.md, ' +
  'kapitel 6). Nya rättigheter kan dröja en timme.';
const GRAPH: Readonly<Record<number, string>> = {
  401: NO_RIGHT,
  403: NO_RIGHT,
  404: 'Webbplatsen eller listan finns inte. Kontrollera adressen eller id:t.',
};
