import { swedishLexicon } from '../../../bot/adapters/language/lexicon.ts';
import { splitCompound } from '../../../domain/similarity/compounds.ts';
import { tinyLexicon } from './tinyLexicon.ts';

describe('a compound', () => {
  const parts = (word: string) => splitCompound(word, tinyLexicon);

  it('is split into words, the last one in any form', () =>
    expect(parts('nyckelskåpen')).toEqual(['nyckel', 'skåpen']));
  it('keeps a linking s on the part before', () =>
    expect(parts('verksamhetsplanen')).toEqual(['verksamhets', 'planen']));
  it('is cut as evenly as can be', () => expect(parts('måltidsplanering')).toEqual(['måltids', 'planering']));
  it('may have three parts', () =>
    expect(parts('verksamhetsplaneringssystem')).toEqual(['verksamhets', 'planerings', 'system']));
  it('gets back a letter that three in a row lost', () =>
    expect(parts('nattillsyn')).toEqual(['natt', 'tillsyn']));
  it('is made of any known words when the dictionary names no beginning', () =>
    expect(parts('cykelbuss')).toEqual(['cykel', 'buss']));
  it('is not seen in a listed word with too short an end', () => expect(parts('attestera')).toEqual([]));
  it('is not seen in unknown words, short ones or endless ones', () =>
    expect([...parts('treserva'), ...parts('lås'), ...parts('nyckel'.repeat(20))]).toEqual([]));
});

describe('Swedish compounds', () => {
  const lexicon = swedishLexicon();
  it.each([
    ['verksamhetsplan', 'verksamhets+plan'],
    ['lokalbokningar', 'lokal+bokningar'],
    ['nyckelskåp', 'nyckel+skåp'],
    ['läkemedelsautomaten', 'läkemedels+automaten'],
    ['idrottshallarna', 'idrotts+hall'],
    ['årsräkning', 'års+räkning'],
    ['nattillsyn', 'natt+tillsyn'],
    ['ärendehanteringssystem', 'ärende+hanterings+system'],
    ['kontor', ''],
    ['kalender', ''],
    ['personalen', ''],
    ['faktura', ''],
  ])('%s: %s', (word, expected) => expect(splitCompound(word, lexicon).join('+')).toBe(expected));
});
