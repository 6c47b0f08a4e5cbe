import { groupsOf } from '../../../tab/src/undelivered/groups.ts';
import { UNDELIVERED } from '../sample/undelivered.ts';

const [person, channel] = UNDELIVERED;
if (!person || !channel) throw new Error('the sample is too small');

describe('grouping messages by what would help', () => {
  it('keeps the order: the group of the latest message first, latest first in it', () => {
    expect(groupsOf(UNDELIVERED).map(({ reason, items }) => [reason, items.length])).toEqual([
      ['not-installed', 2],
      ['gone', 1],
      ['blocked', 1],
      ['a-new-reason', 1],
    ]);
    expect(groupsOf(UNDELIVERED)[0]?.items[0]).toBe(person);
  });

  it('keeps channels and persons apart, since different things help', () => {
    const both = [channel, { ...person, reason: channel.reason }];
    expect(groupsOf(both).map(({ kind }) => kind)).toEqual(['channel', 'person']);
  });

  it('has no group when there is no message', () => {
    expect(groupsOf([])).toEqual([]);
  });
});
