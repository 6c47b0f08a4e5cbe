import { wordsIn } from '../../../domain/similarity/words.ts';

describe('the words of a text', () => {
  it('are in lower case and in order', () =>
    expect(wordsIn('Digitala lås, i HEMTJÄNSTEN!')).toEqual(['digitala', 'lås', 'i', 'hemtjänsten']));
  it('are parted at a hyphen', () => expect(wordsIn('AI-chatt')).toEqual(['ai', 'chatt']));
  it('keep a single letter before a hyphen', () =>
    expect(wordsIn('E-tjänst och e‑arkiv')).toEqual(['e-tjänst', 'och', 'e-arkiv']));
  it('hold no numbers and nothing of markup', () =>
    expect(wordsIn('<b onclick="x">620 brukare</b> [länk](http://a.b) @alla 🔑')).toEqual([
      ...['b', 'onclick', 'x', 'brukare', 'b', 'länk', 'http', 'a', 'b', 'alla'],
    ]));
  it('are the same however the letters were typed', () =>
    expect(wordsIn('a\u030Arsra\u0308kning')).toEqual(['årsräkning']));
  it('are none in an empty text or in emoji', () =>
    expect([...wordsIn(''), ...wordsIn('🔑🚪 123 – …')]).toEqual([]));
  it('are read from the first 20,000 characters only', () =>
    expect(wordsIn(`${' '.repeat(20_000)}sent`)).toEqual([]));
});
