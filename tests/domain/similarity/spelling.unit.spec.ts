import { createSpelling } from '../../../domain/similarity/spelling.ts';

describe('a misspelt word', () => {
  const meant = createSpelling(['faktura', 'vikarie', 'medicin', 'lås']);

  it.each([
    ['one letter missing', 'fakura', 'faktura'],
    ['one letter too many', 'vikkarie', 'vikarie'],
    ['one wrong letter', 'medisin', 'medicin'],
    ['two letters swapped', 'vikaire', 'vikarie'],
  ])('is put right: %s', (_, written, expected) => expect(meant(written)).toBe(expected));
  it('is left alone when it is further away', () => expect(meant('fakkktura')).toBeUndefined());
  it('is left alone when it is short: too much is near', () => expect(meant('lök')).toBeUndefined());
});
