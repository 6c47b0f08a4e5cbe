import { at, LANDED, message, type WithInstances } from './withInstances.ts';

export function questions(withInstances: WithInstances): void {
  it(
    'lists the messages of an initiative in the order they were added, whatever became of them',
    withInstances(async (deliveries, other) => {
      const about = (key: string, initiative?: string) =>
        message(key, { content: { notice: 'news', ...(initiative && { initiative }) } });
      await deliveries.add([about('z', 'I-A'), about('y', 'I-B'), about('x', 'I-A'), about('w')]);
      await deliveries.sent('z', LANDED);
      const rows = await other.forInitiative('I-A');
      expect(rows.map(({ key, state }) => [key, state.status])).toEqual([
        ['z', 'sent'],
        ['x', 'due'],
      ]);
      expect(await other.forInitiative('I-NONE')).toEqual([]);
    }),
  );

  it(
    'lists the latest failures first',
    withInstances(async (deliveries, other) => {
      await deliveries.add(['a', 'b', 'c', 'd'].map((key) => message(key)));
      await deliveries.failed('a', 'blocked', at(2));
      await deliveries.failed('b', 'gone', at(3));
      await deliveries.failed('c', 'refused', at(1));
      expect((await other.failures(10)).map(({ key }) => key)).toEqual(['b', 'a', 'c']);
      expect((await other.failures(1)).map(({ state }) => state)).toEqual([
        { status: 'failed', reason: 'gone', at: at(3) },
      ]);
    }),
  );

  it(
    'knows when something is due next: at once, after a lease, after a delay, or not at all',
    withInstances(async (deliveries, other) => {
      const next = async () => Date.parse((await other.nextDue()) ?? 'never');
      expect(await other.nextDue()).toBeUndefined();
      await deliveries.add([message('a'), message('b')]);
      expect(await next()).toBeLessThan(Date.parse(at(0)));
      await deliveries.claim(at(0), at(7), 10);
      expect(await next()).toBe(Date.parse(at(7)));
      await deliveries.postpone('a', at(4), '429');
      expect(await next()).toBe(Date.parse(at(4)));
      await deliveries.sent('a', LANDED);
      expect(await next()).toBe(Date.parse(at(7)));
      await deliveries.failed('b', 'gone', at(1));
      expect(await other.nextDue()).toBeUndefined();
    }),
  );

  it(
    'keeps a checkpoint that begins at 0 and never moves back',
    withInstances(async (deliveries, other) => {
      expect(await other.checkpoint()).toBe(0);
      await deliveries.moveCheckpoint(7);
      await other.moveCheckpoint(5);
      expect(await other.checkpoint()).toBe(7);
      await Promise.all(
        [8, 12, 9, 11, 10].map((position, i) => (i % 2 ? deliveries : other).moveCheckpoint(position)),
      );
      expect(await deliveries.checkpoint()).toBe(12);
    }),
  );
}
