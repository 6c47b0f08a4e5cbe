import { createRecentChanges } from '../../../bot/api/recentChanges.ts';
import { PEOPLE } from '../../builders/people.ts';
import { testHouse } from '../house.ts';
import { approved, done, draft } from '../support/life.ts';

describe('what has changed lately', () => {
  it('is the last of each case, for a minute, and no more than a page can hear of', async () => {
    const house = await testHouse();
    let now = 0;
    const recent = createRecentChanges(house.casebook, () => now);
    const ids = () => recent().map(({ row, initiative }) => initiative?.id ?? row.stream);
    expect(ids()).toEqual([]);
    const { id } = await approved(house);
    expect(recent()).toMatchObject([{ initiative: { id, version: 3 } }]);
    now = 59_999;
    const unit = { id: 'ny', kind: 'unit', name: 'Ny', parent: 'vof' } as const;
    await house.handleOrganisation({ type: 'PlaceUnit', unit }, 'op-unit', PEOPLE.toolAdmin);
    expect(ids()).toEqual([id, 'ORGANISATION']);
    now = 60_000;
    expect(ids()).toEqual(['ORGANISATION']);
    const others = [];
    for (let i = 0; i < 9; i += 1) others.push(await draft(house));
    const follow = { type: 'FollowUp', status: 'green', text: 'Det går.' } as const;
    await done(house, follow, { by: PEOPLE.coach, initiative: id });
    expect(ids()).toEqual([...others.map((other) => other.id), id]);
  });
});
