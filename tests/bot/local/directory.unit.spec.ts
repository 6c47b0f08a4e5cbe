import { createSampleDirectory } from '../../../bot/local/directory.ts';
import { idOf } from '../../../bot/local/sample/people.ts';

describe('the sample directory', () => {
  const directory = createSampleDirectory();
  const id = idOf('coach.sof.lss');

  it('knows the people of Ekhamra', async () => {
    expect(await directory.person(id)).toEqual({
      id,
      name: 'Digitaliseringscoach, LSS och boendestöd',
      title: 'Digitaliseringscoach',
      unit: 'sof-lss',
    });
    expect([directory.nameOf(id), directory.unitOf(id)]).toEqual([
      'Digitaliseringscoach, LSS och boendestöd',
      'sof-lss',
    ]);
  });

  it('has a name for what the program did itself', () => expect(directory.nameOf('system')).toBe('Färdplan'));

  it('knows nobody else', async () => {
    expect(await directory.person('11111111-1111-4111-8111-111111111111')).toBeUndefined();
    expect([directory.nameOf('__proto__'), directory.unitOf('')]).toEqual([undefined, undefined]);
  });
});
