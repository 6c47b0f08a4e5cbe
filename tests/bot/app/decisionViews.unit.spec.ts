import { initiativeView } from '../../../bot/app/views/initiativeView.ts';
import type { DecisionView } from '../../../domain/portfolio/views.ts';
import { EVIDENCE } from '../../builders/commands.ts';
import { PEOPLE } from '../../builders/people.ts';
import { type TestHouse, testHouse } from '../house.ts';
import { CEILING, decided, done, guarded, PURCHASE, submitted } from '../support/life.ts';

/** The decisions of a case as somebody reads them in the tab, by type. */
function decisionsOf(house: TestHouse, id: string, person: string): Record<string, DecisionView['details']> {
  const initiative = house.casebook.initiative(id);
  const viewer = { person, day: '2026-03-02', at: '2026-03-02T09:00:00.000Z' };
  const view = initiative && initiativeView(initiative, viewer, house.sources());
  return Object.fromEntries((view?.decisions ?? []).map(({ type, details }) => [type, details]));
}

describe('what was decided, as it is read', () => {
  it('holds the recommendation, the conditions and where the money may come from', async () => {
    const house = await testHouse();
    const { id } = await decided(house);
    expect(decisionsOf(house, id, PEOPLE.head)).toMatchObject({
      Submitted: null,
      ApprovedByManager: { fundingIdea: EVIDENCE.fundingIdea },
      Recommended: { recommendation: 'recommend' },
      CouncilApproved: { conditions: CEILING },
    });
  });

  it('holds nothing of a purchase before award for those without insight', async () => {
    const house = await testHouse();
    const { id } = await decided(house, { content: PURCHASE });
    expect(decisionsOf(house, id, PEOPLE.otherEmployee)).toEqual({
      Submitted: null,
      ApprovedByManager: null,
      Prepared: null,
      Recommended: null,
      CouncilApproved: null,
    });
  });

  it('says what is to be done about a similar case, but names no protected one to those without insight', async () => {
    const house = await testHouse();
    const other = await guarded(house);
    const { id } = await submitted(house, { by: PEOPLE.colleague });
    const similarAnswers = [{ id: other.id, answer: 'separate', reason: 'Andra lås' } as const];
    const evidence = { ...EVIDENCE, similarAnswers };
    await done(house, { type: 'ApproveAsManager', evidence }, { by: PEOPLE.manager, initiative: id });
    expect(decisionsOf(house, id, PEOPLE.head).ApprovedByManager?.similar).toEqual([
      { number: other.number, answer: 'separate', reason: 'Andra lås' },
    ]);
    const there = decisionsOf(house, id, PEOPLE.otherEmployee).ApprovedByManager;
    expect(there?.fundingIdea).toBe(EVIDENCE.fundingIdea);
    expect(there?.similar).toBeUndefined();
  });
});
