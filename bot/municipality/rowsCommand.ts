import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { createSwedishCalendar } from '../adapters/calendar/swedishCalendar.ts';
import { type Graph, openSharePointStore, StoreUnavailable } from '../adapters/sharepoint/index.ts';
import { createCasebook } from '../app/casebook.ts';
import { openMunicipalRows, type RowsConfig } from './readableRows.ts';

export const ROWS_USAGE = `Gör de läsbara listorna i SharePoint lika med loggen.

  npm run rows -- rebuild

Läser loggen och listorna, skriver det som saknas eller skiljer sig och säger vad någon har ändrat för hand.
Kan köras när som helst, också medan Färdplan är igång. Inställningarna är desamma som för tjänsten.
`;

export type RowsTerminal = { readonly say: (line: string) => void };

/** `npm run rows -- rebuild`. @returns exit code: 0 done, 2 not carried out. */
export async function rebuildRows(graph: Graph, config: RowsConfig, { say }: RowsTerminal): Promise<number> {
  try {
    const store = await openSharePointStore({ graph, site: config.sites.log });
    try {
      await store.whenComplete();
      const casebook = createCasebook(store.log);
      say(`Loggen är läst: ${await casebook.catchUp()} rader.`);
      const calendar = createSwedishCalendar();
      const rows = await openMunicipalRows(graph, config, {
        casebook,
        context: () => ({ organisation: casebook.organisation(), model: DEFAULT_MODEL, calendar }),
        onByHand: ({ kind, list, key }) => say(`  Ändrat för hand (${BY_HAND[kind]}): ${list} ${key}`),
        onError: (error) => say(String(error)),
        keepCopy: false,
      });
      await rows.catchUp((list, { written, changed, removed }) =>
        say(`  ${list}: ${written} nya, ${changed} rättade, ${removed} borttagna`),
      );
      await rows.close();
      say('Listorna stämmer med loggen.');
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    say(`Det gick inte: ${error.message}. Kör kommandot igen, det fortsätter där det slutade.`);
    return 2;
  }
}

const BY_HAND = { edited: 'ändrad rad', removed: 'borttagen rad', added: 'tillagd rad' } as const;
