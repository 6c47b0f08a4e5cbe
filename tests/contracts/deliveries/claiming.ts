import type { NoticeFilter } from '../../../bot/app/ports/index.ts';
import { at, claimKeys, LANDED, message, type WithInstances } from './withInstances.ts';

export function claiming(withInstances: WithInstances): void {
  it(
    'hands out the oldest first, no more than asked for',
    withInstances(async (deliveries) => {
      await deliveries.add(['a', 'b', 'c', 'd', 'e'].map((key) => message(key)));
      expect(await claimKeys(deliveries, 0, 2)).toEqual(['a', 'b']);
      expect(await claimKeys(deliveries, 0, 2)).toEqual(['c', 'd']);
      expect(await claimKeys(deliveries, 0, 2)).toEqual(['e']);
      expect(await claimKeys(deliveries, 0, 2)).toEqual([]);
    }),
  );

  it(
    'hands out by notice: some kinds, or all but those, and leaves the others due',
    withInstances(async (deliveries, other) => {
      const of = (key: string, notice: string) => message(key, { content: { notice } });
      await deliveries.add([of('a', 'weekly'), of('b', 'review'), of('c', 'welcome'), of('d', 'turn')]);
      const kinds = ['weekly', 'welcome'];
      const claimed = async (limit: number, notices: NoticeFilter) =>
        (await other.claim(at(0), at(1), limit, notices)).map(({ key }) => key);
      expect(await claimed(1, { except: kinds })).toEqual(['b']);
      expect(await claimed(9, { only: kinds })).toEqual(['a', 'c']);
      expect(await claimed(9, { only: ['own-card'] })).toEqual([]);
      expect(await claimKeys(deliveries, 0)).toEqual(['d']);
    }),
  );

  it(
    'lets nobody who has waited longer be overtaken, whatever held the message up',
    withInstances(async (deliveries, other) => {
      await deliveries.add(['a', 'b', 'c'].map((key) => message(key)));
      await deliveries.claim(at(0), at(1), 2);
      await deliveries.postpone('b', at(2), '429');
      await deliveries.add([message('d')]);
      expect(await claimKeys(other, 2, 3)).toEqual(['a', 'b', 'c']);
    }),
  );

  it(
    'gives a message to one of two instances that ask at once',
    withInstances(async (deliveries, other) => {
      await deliveries.add(Array.from({ length: 60 }, (_, i) => message(`m-${i}`)));
      const claims = await Promise.all(
        Array.from({ length: 12 }, (_, i) => claimKeys(i % 2 ? deliveries : other, 0, 7)),
      );
      expect(claims.flat().length).toBe(60);
      expect(new Set(claims.flat()).size).toBe(60);
    }),
  );

  it(
    'lets another instance take over when the lease has run out, and counts the attempts',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a')]);
      expect(await deliveries.claim(at(0), at(1), 10)).toMatchObject([
        { state: { status: 'due', attempts: 1 } },
      ]);
      expect(await other.claim(at(0, 59), at(2), 10)).toEqual([]);
      expect(await other.claim(at(1), at(2), 10)).toMatchObject([{ key: 'a', state: { attempts: 2 } }]);
    }),
  );

  it(
    'tells of what was claimed before and never heard of again',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a'), message('b'), message('c')]);
      const abandoned = async (one: typeof deliveries, minute: number) =>
        (await one.claim(at(minute), at(minute + 1), 9)).map(({ key, isAbandoned }) => [key, isAbandoned]);
      expect(await abandoned(deliveries, 0)).toEqual(['a', 'b', 'c'].map((key) => [key, false]));
      await deliveries.postpone('b', at(1), '429');
      await deliveries.failed('c', 'blocked', at(0));
      await other.retryFailed({ kind: 'person', person: 'manager' }, 'blocked');
      expect(await abandoned(other, 1)).toEqual([
        ['a', true],
        ['b', false],
        ['c', false],
      ]);
      expect(await abandoned(deliveries, 2)).toEqual(['a', 'b', 'c'].map((key) => [key, true]));
    }),
  );

  it(
    'compares moments, not texts: seconds with and without decimals',
    withInstances(async (deliveries) => {
      await deliveries.add([message('a')]);
      await deliveries.claim('2026-03-02T09:00:00Z', '2026-03-02T09:00:01.500Z', 1);
      expect(await deliveries.claim('2026-03-02T09:00:01Z', at(1), 1)).toEqual([]);
      expect((await deliveries.claim('2026-03-02T09:00:02Z', at(1), 1)).length).toBe(1);
    }),
  );

  it(
    'does not hand out what has been settled, also by an instance whose lease had run out',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a'), message('b')]);
      await deliveries.claim(at(0), at(1), 10);
      await deliveries.sent('a', LANDED);
      await deliveries.failed('b', 'gone', at(0));
      expect(await claimKeys(other, 10)).toEqual([]);
    }),
  );

  it(
    'waits until the moment a message was put off to, with count and reason',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a'), message('b')]);
      await deliveries.claim(at(0), at(1), 1);
      await deliveries.postpone('a', at(20), '429');
      expect(await other.get('a')).toEqual({
        ...message('a'),
        state: { status: 'due', attempts: 1, notBefore: at(20), reason: '429' },
      });
      expect(await claimKeys(other, 19)).toEqual(['b']);
      await other.sent('b', LANDED);
      expect(await other.claim(at(20), at(21), 10)).toMatchObject([
        { key: 'a', state: { status: 'due', attempts: 2, notBefore: at(20), reason: '429' } },
      ]);
    }),
  );

  it(
    'may put a message off to before its lease would have ended',
    withInstances(async (deliveries) => {
      await deliveries.add([message('a')]);
      await deliveries.claim(at(0), at(30), 1);
      await deliveries.postpone('a', at(1), 'again soon');
      expect(await claimKeys(deliveries, 1)).toEqual(['a']);
    }),
  );
}
