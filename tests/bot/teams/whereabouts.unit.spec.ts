import type { Turn } from '../../../bot/app/turn.ts';
import { translate } from '../../../bot/teams/inbound/translate.ts';
import { createWhereabouts } from '../../../bot/teams/whereabouts.ts';
import { activity, NOW } from './support/activities.ts';

const turn = (name: string, changes: Record<string, unknown> = {}, at = NOW): Turn =>
  translate(activity(name, changes), 'c-1', at)!.turn;

function setUp(store: () => Promise<void> = async () => undefined) {
  const told: string[] = [];
  const errors: string[] = [];
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const tell = createWhereabouts(
    async ({ id, serviceUrl }) => {
      told.push(`${id} ${serviceUrl}`);
      await store();
    },
    { ...log, error: (_fields, message) => void errors.push(message) },
  );
  return { tell, told, errors };
}

describe('where somebody can be reached is told', () => {
  it('without keeping a person waiting for a slow store', async () => {
    const { tell, told } = setUp(() => new Promise(() => undefined));
    await tell(turn('personalMessage'));
    expect(told).toHaveLength(1);
  });
  it('before anything else comes of an install', async () => {
    let stored = false;
    const { tell } = setUp(async () => {
      await new Promise((done) => setTimeout(done, 400));
      stored = true;
    });
    await tell(turn('installationAdd'));
    expect(stored).toBe(true);
  });
  it('once while nothing changes, whatever the time', async () => {
    const { tell, told } = setUp();
    await tell(turn('personalMessage'));
    await tell(turn('cardSubmit', {}, '2026-03-02T09:00:00.000Z'));
    expect(told).toHaveLength(1);
  });
  it('again when the address changes', async () => {
    const { tell, told } = setUp();
    await tell(turn('personalMessage'));
    await tell(turn('personalMessage', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }));
    expect(told).toHaveLength(2);
  });
  it('at every installation: the record may be gone', async () => {
    const { tell, told } = setUp();
    await tell(turn('personalMessage'));
    await tell(turn('installationAdd'));
    await tell(turn('installationRemove'));
    await tell(turn('personalMessage'));
    expect(told).toHaveLength(3);
  });
  it('again when storing failed, and the turn goes on', async () => {
    const { tell, told, errors } = setUp(() => Promise.reject(new Error('store down')));
    await tell(turn('personalMessage'));
    await tell(turn('personalMessage'));
    expect([told.length, errors]).toEqual([2, ['conversation not stored', 'conversation not stored']]);
  });
  it.each([
    'extensionQuery',
    'extensionFetchTaskOnMessage',
    'messageReaction',
    'installationRemove',
    'cardActionAutomatic',
  ])('not by %s: the bot need not be in that chat', async (name) => {
    const { tell, told } = setUp();
    await tell(turn(name));
    expect(told).toEqual([]);
  });
});
