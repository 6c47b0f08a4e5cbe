import {
  GraphRefused,
  NotProvisioned,
  SignInFailed,
  StoreUnavailable,
} from '../../../bot/adapters/sharepoint/index.ts';
import { explainTrouble } from '../../../bot/municipality/explainTrouble.ts';
import { StoreSettingsIncomplete } from '../../../bot/municipality/storeSettings.ts';

const signIn = (said: string) => new SignInFailed('no token', { cause: new Error(said) });

describe('what a command says when the store cannot be used', () => {
  it.each<[string, Error, string, string]>([
    [
      'a secret that is wrong',
      signIn('invalid_client: 7000215 - AADSTS7000215: Invalid client secret provided.'),
      'Hemligheten stämmer inte.',
      'AADSTS7000215',
    ],
    [
      'a secret that is too old',
      signIn('AADSTS7000222: The provided client secret keys are expired.'),
      'Hemligheten har gått ut.',
      'AADSTS7000222',
    ],
    [
      'a certificate that Entra does not know',
      signIn('AADSTS700027: The certificate with identifier used to sign is not registered.'),
      'Entra känner inte igen certifikatet',
      'AADSTS700027',
    ],
    ['what nobody has thought of', signIn('AADSTS53003: Access has been blocked.'), 'koden', 'AADSTS53003'],
    ['no network', signIn('getaddrinfo ENOTFOUND'), 'Kontrollera nätet', 'no token'],
    ['no right', new GraphRefused('lists', 403, 'accessDenied'), 'inte rätt', '403 accessDenied'],
    ['a site that is away', new GraphRefused('lists', 404, 'itemNotFound'), 'finns inte', '404'],
    ['a list that is not made', new NotProvisioned('no list "Samtal"'), 'npm run provision', 'Samtal'],
    ['no answer', new StoreUnavailable('Graph did not answer'), 'samma kommando igen', 'did not answer'],
    [
      'settings that are missing',
      new StoreSettingsIncomplete('FARDPLAN_LOG_SITE_ID (missing)'),
      'kapitel 9',
      'FARDPLAN_LOG_SITE_ID',
    ],
  ])('says what to do about %s, and what was answered', (_, error, advice, answered) => {
    const said = explainTrouble(error);
    expect(said).toContain(advice);
    expect(said).toContain(answered);
  });

  it('leaves what is no trouble with the store to others', () =>
    expect(explainTrouble(new Error('Ange en fil i taget.'))).toBeUndefined());
});
