import { at, claimKeys, LANDED, message, type WithInstances } from './withInstances.ts';

export function settling(withInstances: WithInstances): void {
  it(
    'keeps where a message landed',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a')]);
      await deliveries.claim(at(0), at(1), 1);
      await deliveries.sent('a', LANDED);
      expect(await other.get('a')).toEqual({ ...message('a'), state: { status: 'sent', ...LANDED } });
    }),
  );

  it(
    'keeps why a message was given up',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a')]);
      await deliveries.failed('a', 'not-installed', at(3));
      expect((await other.get('a'))?.state).toEqual({ status: 'failed', reason: 'not-installed', at: at(3) });
    }),
  );

  it(
    'believes the one that landed over everything said later',
    withInstances(async (deliveries, late) => {
      await deliveries.add([message('a')]);
      await deliveries.sent('a', LANDED);
      await late.postpone('a', at(20), 'timeout');
      await late.failed('a', 'gave-up', at(20));
      await late.sent('a', { conversation: 'other', activity: 'other', at: at(20) });
      expect((await deliveries.get('a'))?.state).toEqual({ status: 'sent', ...LANDED });
      expect(await claimKeys(deliveries, 40)).toEqual([]);
    }),
  );

  it(
    'believes the one that landed over one that gave up before',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('a')]);
      await deliveries.failed('a', 'gave-up', at(3));
      await other.sent('a', LANDED);
      expect((await deliveries.get('a'))?.state).toEqual({ status: 'sent', ...LANDED });
    }),
  );

  it(
    'does not put off what was given up',
    withInstances(async (deliveries, late) => {
      await deliveries.add([message('a')]);
      await deliveries.failed('a', 'blocked', at(3));
      await late.postpone('a', at(4), 'timeout');
      expect((await deliveries.get('a'))?.state).toEqual({ status: 'failed', reason: 'blocked', at: at(3) });
      expect(await claimKeys(deliveries, 40)).toEqual([]);
    }),
  );

  it(
    'ignores keys it does not know',
    withInstances(async (deliveries) => {
      await deliveries.sent('unknown', LANDED);
      await deliveries.postpone('unknown', at(1), 'timeout');
      await deliveries.failed('unknown', 'gone', at(1));
      expect(await deliveries.get('unknown')).toBeUndefined();
    }),
  );

  it(
    'makes failed messages due again for one recipient and one reason, as if new',
    withInstances(async (deliveries, other) => {
      const toOther = message('d', { to: { kind: 'person', person: 'other' } });
      const toChannel = message('e', { to: { kind: 'channel', channel: 'manager' } });
      await deliveries.add([message('a'), message('b'), message('c'), toOther, toChannel]);
      await deliveries.claim(at(0), at(30), 10);
      for (const key of ['a', 'b', 'd', 'e']) await deliveries.failed(key, 'not-installed', at(1));
      await deliveries.failed('c', 'blocked', at(1));
      expect(await other.retryFailed({ kind: 'person', person: 'manager' }, 'not-installed')).toBe(2);
      expect(await other.retryFailed({ kind: 'person', person: 'manager' }, 'not-installed')).toBe(0);
      expect((await other.get('a'))?.state).toEqual({ status: 'due', attempts: 0 });
      expect(await claimKeys(other, 2)).toEqual(['a', 'b']);
    }),
  );
}
