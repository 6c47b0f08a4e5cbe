import { setTimeout as pause } from 'node:timers/promises';
import { memoryConversations } from '../../fakes/memoryConversations.ts';
import { memoryDeliveries } from '../../fakes/memoryDeliveries.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { nameOf } from '../house.ts';
import { provision } from '../support/organisationRow.ts';
import { activity, EMPLOYEE } from '../teams/support/activities.ts';
import { startRealProduction } from './startProduction.ts';

const TEAMS = 'https://smba.trafficmanager.net/emea/';

/** A production server whose directory does not answer before it is let to, so that a turn can be caught under way. */
async function startSlow() {
  const events: string[] = [];
  let letGo: () => void = () => undefined;
  const asked = new Promise<void>((done) => {
    letGo = done;
  });
  const log = memoryEventLog();
  await provision(log);
  const person = async (id: string) => {
    if (id === EMPLOYEE) await asked;
    return { id, name: nameOf(id) };
  };
  const production = await startRealProduction({
    parts: {
      drainMs: 200,
      openStore: async () => ({
        store: {
          log,
          deliveries: memoryDeliveries(),
          conversations: memoryConversations(),
          close: async () => void events.push('store closed'),
        },
        directory: { person, nameOf },
        follow: () => ({ close: async () => void events.push('followers closed') }),
      }),
    },
  });
  return { production, events, letGo };
}

describe('a production server that is told to end', () => {
  it('finishes the turn under way, ends the streams, and closes the store last', async () => {
    const { production, events, letGo } = await startSlow();
    const token = await production.entra.sign(
      production.entra.v2({ oid: '00000000-0000-4000-8000-000000000007' }),
    );
    const stream = await production.api('/api/changes', token);
    expect(stream.status).toBe(200);
    const streamEnded = stream.text().then(() => events.push('stream ended'));

    const sent = activity('cardActionManual', {
      serviceUrl: TEAMS,
      from: { id: '29:x', name: 'Undersköterska', aadObjectId: EMPLOYEE },
      value: { action: { type: 'Action.Execute', verb: 'my-cases', data: {} }, trigger: 'manual' },
    });
    const bearer = await production.bot.token({ serviceurl: TEAMS });
    const turn = fetch(`${production.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(sent),
    }).then(async (answer) => {
      const said = JSON.stringify(await answer.json());
      events.push('turn answered');
      return { status: answer.status, said };
    });
    await pause(100);

    const ended = production.end().then(() => events.push('ended'));
    await pause(50);
    expect((await production.api('/readyz')).status).toBe(503);
    // Whoever is sent here all the same is still answered.
    expect((await production.api('/api/me', token)).status).toBe(200);
    await streamEnded;
    expect(events).toEqual(['followers closed', 'stream ended']);
    await expect(production.api('/healthz')).rejects.toThrow();
    letGo();
    const { status, said } = await turn;
    expect(status).toBe(200);
    expect(said).toContain('application/vnd.microsoft.card.adaptive');
    await ended;
    expect(events).toEqual(['followers closed', 'stream ended', 'turn answered', 'store closed', 'ended']);
    expect(production.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  }, 30_000);
});
