import { pathOfPlace } from '../../../domain/portfolio/places.ts';

describe('a link into the tab', () => {
  it.each([
    ['todo', '/todo'],
    ['portfolio', '/'],
    ['mine', '/?only=mine'],
    ['VOF-2026-0001', '/initiatives/VOF-2026-0001'],
    ['ÖFK-2026-0001', '/initiatives/%C3%96FK-2026-0001'],
  ])('to %s opens %s', (place, path) => expect(pathOfPlace(place)).toBe(path));

  it.each([undefined, '', '../secret', 'javascript:alert(1)', 'x'.repeat(81)])(
    'opens the first page when it is %s',
    (odd) => expect(pathOfPlace(odd)).toBeUndefined(),
  );

  it('takes what every object has for the name of a case, not of a page', () =>
    expect(pathOfPlace('constructor')).toBe('/initiatives/constructor'));
});
