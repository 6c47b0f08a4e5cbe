import type { DecisionDetailsView } from '../../../domain/portfolio/views.ts';
import { decisionLines } from '../../../tab/src/initiative/sections/decisionLines.ts';
import { createTexts, type Translate } from '../../../tab/src/texts/useTexts.ts';

const t = createTexts('sv').t as Translate;
const lines = (details: DecisionDetailsView | null) => decisionLines({ details }, t, 'sv');

describe('what was decided besides the reason', () => {
  it('is nothing where there is nothing besides', () => {
    expect(lines(null)).toEqual([]);
    expect(lines({})).toEqual([]);
  });

  it('is the recommendation of the preparation group', () =>
    expect(lines({ recommendation: 'recommend-with-conditions' })).toEqual([
      'Rekommendation: Tillstyrk med villkor',
    ]));

  it('is the council’s conditions and the number in the registry', () =>
    expect(lines({ conditions: 'Test i maj', registryNumber: 'KS 2026/1' })).toEqual([
      'Villkor: Test i maj',
      'Diarienummer: KS 2026/1',
    ]));

  it('is what the manager said of money, time and similar cases', () =>
    expect(
      lines({
        fundingIdea: 'own-budget',
        preparationHours: 8,
        similar: [
          { number: 'SOF-2026-0002', answer: 'separate', reason: 'Andra lås' },
          { number: 'VOF-2025-0002', answer: 'coordinate' },
        ],
      }),
    ).toEqual([
      'Pengar: Egen budget',
      'Timmar till beredningen: 8',
      'SOF-2026-0002: Håll isär: behoven är olika. Andra lås',
      'VOF-2025-0002: Samordna: arbeta tillsammans',
    ]));

  it('is the choice after a deviation, and what was spent, also when it was nothing', () => {
    expect(lines({ choice: 'change' })).toEqual(['Beslut: Fortsätt med en ändrad plan']);
    expect(lines({ costSoFar: 0 })).toEqual(['Kostnad hittills: 0\u00a0kr']);
  });
});
