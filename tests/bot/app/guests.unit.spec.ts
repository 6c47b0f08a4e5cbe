import { createIsGuest } from '../../../bot/app/guests.ts';
import type { Person } from '../../../bot/app/ports/index.ts';

const known = (person: Person | undefined) => createIsGuest({ person: async () => person });

describe('whether somebody is a guest', () => {
  it.each([
    ['somebody from another organisation', { id: 'g', name: 'Leverantör', guest: true }, true],
    ['somebody of the municipality', { id: 'p', name: 'Undersköterska' }, false],
    ['somebody nobody knows', undefined, false],
  ] as const)('%s', async (_who, person, isGuest) => expect(await known(person)('x')).toBe(isGuest));

  it('is not found out while the directory is away or slow: then nobody is kept waiting', async () => {
    const away = createIsGuest({ person: async () => Promise.reject(new Error('503')) });
    const slow = createIsGuest({ person: () => new Promise(() => undefined) }, 10);
    expect(await Promise.all([away('x'), slow('x')])).toEqual([false, false]);
  });
});
