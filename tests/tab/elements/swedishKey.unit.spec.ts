import { softly } from '../../../tab/src/elements/softly.ts';
import { swedishKey } from '../../../tab/src/elements/swedishKey.ts';

const sorted = (words: string[]) => words.toSorted((a, b) => (swedishKey(a) < swedishKey(b) ? -1 : 1));

describe('the order and sameness of Swedish words', () => {
  it('puts å, ä and ö after z', () =>
    expect(sorted(['Öppna data', 'Ärenden', 'Zon', 'Arkiv', 'Åtgärd', 'bygglov'])).toEqual([
      'Arkiv',
      'bygglov',
      'Zon',
      'Åtgärd',
      'Ärenden',
      'Öppna data',
    ]));

  it('is the order of a collator on real titles', () => {
    const titles = [
      'Digitala lås',
      'E-tjänst',
      'Årsräkning',
      'Läromedel',
      'Lås',
      'Las',
      'Överföring',
      'Äldre',
      'digital överblick',
    ];
    expect(sorted(titles)).toEqual(titles.toSorted(new Intl.Collator('sv').compare));
  });

  it('keeps lås apart from las: they are different words', () =>
    expect(swedishKey('lås')).not.toBe(swedishKey('las')));

  it('takes a letter with its accent beside it as the letter', () =>
    expect(swedishKey('Nyckelfria la\u030as')).toBe(swedishKey('nyckelfria lås')));

  it('takes other accents away', () => expect(swedishKey('Idé, Müller, café')).toBe('ide, muller, cafe'));
});

describe('breaking long names', () => {
  it('breaks between the parts of a compound', () => {
    expect(softly('Samhällsbyggnadsförvaltningen')).toBe('Samhällsbyggnads\u00adförvaltningen');
    expect(softly('Nyttohemtagning')).toBe('Nytto\u00adhemtagning');
  });

  it('leaves short words whole', () =>
    expect(softly('Råd, Införande, förvaltning')).toBe('Råd, Införande, förvaltning'));
});
