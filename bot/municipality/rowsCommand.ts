import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { createSwedishCalendar } from '../adapters/calendar/swedishCalendar.ts';
import { type Graph, openSharePointStore } from '../adapters/sharepoint/index.ts';
import { createCasebook } from '../app/casebook.ts';
import { openMunicipalRows, type RowsConfig } from './readableRows.ts';

export const ROWS_USAGE = `Gör de läsbara listorna i SharePoint lika med loggen.

  npm run rows -- rebuild

Läser loggen och listorna, skriver det som saknas eller skiljer sig och säger vad någon har ändrat för hand.
Kan köras när som helst, också medan Färdplan är igång. Listorna måste finnas: annars npm run provision först.

Inställningar ur miljön: FARDPLAN_TENANT_ID, FARDPLAN_LOG_SITE_ID, FARDPLAN_PORTFOLIO_SITE_ID, FARDPLAN_GRAPH_APP_ID,
FARDPLAN_GRAPH_IDENTITY och certifikat eller hemlighet till den (docs/operations.md, kapitel 9).
`;

/** `npm run rows -- rebuild`. @throws StoreUnavailable; run again, it goes on where it was. */
export async function rebuildRows(
  graph: Graph,
  config: RowsConfig,
  say: (line: string) => void,
): Promise<void> {
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
    });
    await rows.catchUp((list, { written, changed, removed }) =>
      say(`  ${list}: ${written} nya, ${changed} rättade, ${removed} borttagna`),
    );
    await rows.close();
    say('Listorna stämmer med loggen.');
  } finally {
    await store.close();
  }
}

const BY_HAND = { edited: 'ändrad rad', removed: 'borttagen rad', added: 'tillagd rad' } as const;
