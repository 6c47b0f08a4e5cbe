import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../../../bot/app/turn.ts';
import { type Edge, SILENT, startEdge } from './support/edge.ts';

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] };
const SLOW_MS = 800;
const LIMIT_MS = 400;

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge({ patience: { typingAfterMs: 50, messageMs: LIMIT_MS, waitingMs: LIMIT_MS } });
});
afterEach(() => edge.stop());

const slowly = (reply: Reply, ms = SLOW_MS) => {
  edge.handle = async () => {
    await sleep(ms);
    return reply;
  };
};
const sent = () =>
  edge.stub.received.map(({ method, body }) => `${method} ${body.type} ${body.text ?? body.summary ?? ''}`);
const SAID = 'POST message Det tar en stund till.';

describe('a turn that takes a while', () => {
  it('shows typing in a personal chat, then answers', async () => {
    slowly({ text: 'Klart' }, 200);
    await edge.post(edge.recorded('personalMessage'));
    expect(sent()).toEqual(['POST typing ', 'POST message Klart']);
  });
  it.each(['channelMention', 'channelMessageWithoutMention', 'installationAdd', 'cardActionManual'])(
    'does not type after %s',
    async (name) => {
      slowly({ nothing: true }, 200);
      await edge.post(edge.recorded(name));
      expect(sent()).toEqual([]);
    },
  );
  it('does not type when it is quick', async () => {
    edge.handle = SILENT;
    await edge.post(edge.recorded('personalMessage'));
    await sleep(120);
    expect(sent()).toEqual([]);
  });
});

describe('a turn that takes too long', () => {
  it('says so and lets Teams go, then answers when it is ready', async () => {
    slowly({ text: 'Klart' });
    const begun = performance.now();
    const answer = await edge.post(edge.recorded('personalMessage'));
    expect(answer.status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(SLOW_MS);
    expect(sent()).toEqual(['POST typing ', SAID]);
    await edge.teams.settled();
    expect(sent()).toEqual(['POST typing ', SAID, 'POST message Klart']);
  });

  it('says nothing in a channel where it was not spoken to', async () => {
    slowly({ nothing: true });
    await edge.post(edge.recorded('channelMessageWithoutMention'));
    await edge.teams.settled();
    expect(sent()).toEqual([]);
  });

  it('tells whoever pressed a button, and in a personal chat rewrites the card when it is ready', async () => {
    const kept: string[] = [];
    slowly({ card: CARD, summary: 'Godkänt', keep: ({ activity }) => void kept.push(activity) });
    const answer = await edge.post(edge.recorded('cardActionManual'));
    expect(answer).toMatchObject({ status: 200, json: { statusCode: 200, value: 'Det tar en stund till.' } });
    await edge.teams.settled();
    expect(edge.stub.received).toMatchObject([
      { method: 'PUT', path: expect.stringMatching(/activities\/1772439300001$/) },
    ]);
    expect(kept).toEqual(['1772439300001']);
  });

  it.each(['cardActionAutomatic', 'cardActionWithoutTrigger', 'extensionQuery', 'dialogSubmit'])(
    'never writes to all what was meant for one: %s',
    async (name) => {
      slowly({ card: CARD, summary: 'Bara för dig' });
      expect((await edge.post(edge.recorded(name))).status).toBe(200);
      await edge.teams.settled();
      expect(sent()).toEqual([]);
      expect(edge.lines.filter(({ message }) => message === 'answered too late to be shown')).toHaveLength(1);
    },
  );

  it('tells whoever pressed a button in a channel how it went, in their own chat', async () => {
    edge.handle = SILENT;
    await edge.post(edge.recorded('personalMessage'));
    const [own] = edge.conversations;
    slowly({ text: 'Det gick inte: skriv en orsak.' });
    const { value } = edge.recorded('cardActionWithoutTrigger');
    const { from } = edge.recorded('personalMessage');
    await edge.post(
      edge.recorded('cardActionWithoutTrigger', { from, value: { ...(value as object), trigger: 'manual' } }),
    );
    await edge.teams.settled();
    expect(edge.stub.received).toMatchObject([
      {
        path: expect.stringContaining(own?.id ?? '?'),
        body: { text: 'Det gick inte: skriv en orsak.' },
      },
    ]);
  });

  it('never writes when a card refreshed itself, in a personal chat either', async () => {
    slowly({ card: CARD, summary: 's' });
    const { value } = edge.recorded('cardActionManual');
    await edge.post(
      edge.recorded('cardActionManual', { value: { ...(value as object), trigger: 'automatic' } }),
    );
    await edge.teams.settled();
    expect(sent()).toEqual([]);
  });

  it('and then fails is told politely', async () => {
    edge.handle = async () => {
      await sleep(SLOW_MS);
      throw new Error('inner secret');
    };
    await edge.post(edge.recorded('personalMessage'));
    await edge.teams.settled();
    expect(sent().slice(1)).toEqual([SAID, 'POST message Något gick fel.']);
  });
});
