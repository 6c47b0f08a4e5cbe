import type { Delivery } from '../../../bot/app/ports/index.ts';
import { at, claimKeys, LANDED, message, type WithInstances } from './withInstances.ts';

const FULL: Delivery = {
  key: "I-A#000003/manager/Åsa's \u202e👩‍👩‍👧",
  to: { kind: 'channel', channel: '19:abc@thread.tacv2' },
  content: {
    notice: 'returned',
    initiative: 'I-A',
    facts: { reason: '"; DROP TABLE', step: 2, late: false },
  },
  updates: 'I-A#000002/manager',
};

export function adding(withInstances: WithInstances): void {
  it(
    'makes messages due and tells which were new',
    withInstances(async (deliveries, other) => {
      expect(await deliveries.add([message('a'), message('b')])).toEqual(['a', 'b']);
      expect(await other.add([message('b'), message('c')])).toEqual(['c']);
      expect(await deliveries.add([])).toEqual([]);
      expect(await deliveries.get('a')).toEqual({ ...message('a'), state: { status: 'due', attempts: 0 } });
    }),
  );

  it(
    'claims with the adding what is to be sent at once, and only what is new',
    withInstances(async (deliveries, other) => {
      await deliveries.add([message('known')]);
      expect(await deliveries.add([message('known'), message('a')], at(1))).toEqual(['a']);
      expect(await other.get('a')).toEqual({ ...message('a'), state: { status: 'due', attempts: 1 } });
      expect(Date.parse((await deliveries.nextDue()) ?? '')).toBeLessThan(Date.parse(at(0)));
      expect(await claimKeys(other, 0)).toEqual(['known']);
      await deliveries.sent('known', LANDED);
      expect(Date.parse((await deliveries.nextDue()) ?? '')).toBe(Date.parse(at(1)));
      expect(await other.claim(at(1), at(2), 9)).toMatchObject([
        { key: 'a', state: { status: 'due', attempts: 2 }, isAbandoned: true },
      ]);
    }),
  );

  it(
    'keeps everything about a message',
    withInstances(async (deliveries, other) => {
      await deliveries.add([FULL]);
      expect(await other.get(FULL.key)).toEqual({ ...FULL, state: { status: 'due', attempts: 0 } });
      expect((await other.claim('2026-03-02T09:00:00.000Z', '2026-03-02T09:01:00.000Z', 1))[0]).toMatchObject(
        FULL,
      );
    }),
  );

  it(
    'leaves a message alone that exists, whatever has become of it',
    withInstances(async (deliveries) => {
      await deliveries.add([message('sent'), message('failed')]);
      await deliveries.sent('sent', LANDED);
      await deliveries.failed('failed', 'blocked', LANDED.at);
      const changed = { content: { notice: 'another' } };
      expect(await deliveries.add([message('sent', changed), message('failed', changed)])).toEqual([]);
      expect(await deliveries.get('sent')).toMatchObject({
        content: message('sent').content,
        state: { status: 'sent' },
      });
      expect(await claimKeys(deliveries, 10)).toEqual([]);
    }),
  );

  it(
    'takes a key once when it comes twice in one call, or in many at once',
    withInstances(async (deliveries, other) => {
      expect(await deliveries.add([message('a'), message('a')])).toEqual(['a']);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? deliveries : other).add([message('b'), message(`only-${i}`)]),
        ),
      );
      expect(answers.flat().filter((key) => key === 'b')).toEqual(['b']);
      expect(answers.flat().length).toBe(21);
    }),
  );

  it(
    'adopts a message that was shown in another way and never sends it',
    withInstances(async (deliveries, other) => {
      await deliveries.adopt(message('a'), LANDED);
      expect(await other.get('a')).toEqual({ ...message('a'), state: { status: 'sent', ...LANDED } });
      expect(await other.add([message('a')])).toEqual([]);
      expect(await claimKeys(other, 10)).toEqual([]);
    }),
  );

  it(
    'adopts a message that was due, and leaves one alone that has landed',
    withInstances(async (deliveries) => {
      await deliveries.add([message('due')]);
      await deliveries.adopt(message('due'), LANDED);
      expect(await claimKeys(deliveries, 10)).toEqual([]);
      await deliveries.adopt(message('due'), { ...LANDED, activity: 'second' });
      expect(await deliveries.get('due')).toMatchObject({ state: { status: 'sent', ...LANDED } });
    }),
  );
}
