import { FIRST_PERSONAS, findPersona, PERSONAS } from '../../../bot/local/personas.ts';
import { HOLDERS } from '../../../bot/local/sample/organisation/holders.ts';

describe('personas', () => {
  it('begin with a home-care assistant, her manager and the coach', () => {
    const [assistant, manager, coach] = FIRST_PERSONAS.map(({ alias }) => alias);
    expect(assistant).toBe('underskoterska.vof.hemtjanst-norr');
    expect(HOLDERS).toContainEqual({ role: 'manager', unit: 'vof-hemtjanst-norr', by: manager });
    expect(HOLDERS).toContainEqual({ role: 'coach', unit: 'vof-hemtjanst-norr', by: coach, share: 0.5 });
    expect(FIRST_PERSONAS).toHaveLength(3);
  });

  it('each have something to try', () => {
    expect(PERSONAS.length).toBeGreaterThan(10);
    expect(PERSONAS.filter(({ tryThis }) => tryThis.length < 10)).toEqual([]);
    expect(new Set(PERSONAS.map(({ id }) => id)).size).toBe(PERSONAS.length);
  });

  it('may be anybody in Ekhamra', () =>
    expect(findPersona('fritidsledare')).toEqual({
      persona: expect.objectContaining({
        alias: 'fritidsledare.kff.ung-fritid',
        tryThis: expect.any(String),
      }),
    }));

  it('are told apart when a word fits many', () => {
    const found = findPersona('rektor');
    expect('candidates' in found && found.candidates.map(({ alias }) => alias)).toEqual([
      'rektor.buf.ekskolan',
      'rektor.buf.sjoskolan',
      'rektor.buf.forskolor-ost',
      'rektor.buf.forskolor-vast',
    ]);
  });
});
