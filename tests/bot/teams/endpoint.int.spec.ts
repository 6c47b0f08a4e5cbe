import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../../../bot/app/turn.ts';
import { CHANNEL } from './support/activities.ts';
import { type Edge, SILENT, startEdge } from './support/edge.ts';

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Hej' }] };
const THREAD = `${CHANNEL};messageid=1772439000000`;
const ATTACHMENT = { contentType: 'application/vnd.microsoft.card.adaptive', content: CARD };

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());
beforeEach(() => {
  edge.handle = SILENT;
  edge.onError = () => ({ text: 'Något gick fel.' });
  edge.turns.length = 0;
  edge.lines.length = 0;
  edge.stub.received.length = 0;
  edge.stub.answers.length = 0;
});

const reply = (said: Reply) => {
  edge.handle = async () => said;
};
const logged = (message: string) => edge.lines.filter((line) => line.message === message);

describe('a reply to a message', () => {
  it('is sent as a message and HTTP says 200 and nothing more', async () => {
    reply({ text: 'Hej!' });
    const answer = await edge.post(edge.recorded('personalMessage'));
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(edge.stub.received).toMatchObject([
      {
        method: 'POST',
        path: '/emea/v3/conversations/a:1kS7pQ9vYx0Zt3mN5cR8bW2uE6hJ4gF1dLoA/activities/1772439330123',
        body: { type: 'message', text: 'Hej!', replyToId: '1772439330123', from: { name: 'Färdplan' } },
      },
    ]);
  });

  it('that is a card travels without text, with a summary for the notice', async () => {
    reply({ card: CARD, summary: 'Ditt förslag' });
    await edge.post(edge.recorded('personalMessage'));
    const [{ body } = { body: {} }] = edge.stub.received;
    expect(body).toMatchObject({ summary: 'Ditt förslag', attachments: [ATTACHMENT] });
    expect(body).not.toHaveProperty('text');
  });

  it('in a channel goes to the thread it was asked in, and that is where it is remembered', async () => {
    const kept: unknown[] = [];
    edge.handle = async () => ({ card: CARD, summary: 's', keep: (landed) => void kept.push(landed) });
    edge.stub.answers.push({ status: 201, body: { id: '1772439999999' } });
    await edge.post(edge.recorded('channelMention'));
    expect(edge.stub.received[0]?.path).toContain(`/v3/conversations/${THREAD}/activities/`);
    expect(kept).toEqual([{ conversation: THREAD, activity: '1772439999999' }]);
  });

  it('of several cards sends each by itself, in order', async () => {
    const kept: string[] = [];
    edge.handle = async () => ({
      cards: ['ett', 'två', 'tre'].map((summary) => ({ card: CARD, summary })),
      keep: ({ activity }) => void kept.push(activity),
    });
    await edge.post(edge.recorded('personalMessage'));
    expect(edge.stub.received.map(({ body }) => body.summary)).toEqual(['ett', 'två', 'tre']);
    expect(new Set(kept).size).toBe(3);
  });

  it('without an id from Teams is not remembered', async () => {
    const kept: unknown[] = [];
    edge.handle = async () => ({ card: CARD, summary: 's', keep: (landed) => void kept.push(landed) });
    edge.stub.answers.push({ status: 202 });
    expect((await edge.post(edge.recorded('personalMessage'))).status).toBe(200);
    expect(kept).toEqual([]);
  });

  it('may be nothing', async () => {
    expect((await edge.post(edge.recorded('messageReaction'))).status).toBe(200);
    expect(edge.stub.received).toEqual([]);
  });

  it('survives that remembering it fails', async () => {
    edge.handle = async () => ({
      card: CARD,
      summary: 's',
      keep: () => Promise.reject(new Error('store down')),
    });
    expect((await edge.post(edge.recorded('personalMessage'))).status).toBe(200);
    expect(logged('sent card not remembered')).toHaveLength(1);
  });
});

describe('a reply to a button', () => {
  it('is in the response, with HTTP 200 and nothing sent', async () => {
    reply({ card: CARD, summary: 's' });
    const answer = await edge.post(edge.recorded('cardActionManual'));
    expect(answer).toMatchObject({
      status: 200,
      json: { statusCode: 200, type: ATTACHMENT.contentType, value: CARD },
    });
    expect(edge.stub.received).toEqual([]);
  });
  it('remembers the card it replaced', async () => {
    const kept: unknown[] = [];
    edge.handle = async () => ({ card: CARD, summary: 's', keep: (landed) => void kept.push(landed) });
    await edge.post(edge.recorded('cardActionManual'));
    expect(kept).toMatchObject([{ activity: '1772439300001' }]);
  });
  it('of several cards answers with the first and sends the rest', async () => {
    reply({
      cards: ['ett', 'två'].map((summary) => ({ card: { ...CARD, fallbackText: summary }, summary })),
    });
    const answer = await edge.post(edge.recorded('cardActionManual'));
    expect(answer.json).toMatchObject({ value: { fallbackText: 'ett' } });
    expect(edge.stub.received.map(({ body }) => body.summary)).toEqual(['två']);
  });
  it('that refreshes by itself never sends or updates anything', async () => {
    const kept: unknown[] = [];
    edge.handle = async () => ({
      cards: ['ett', 'två'].map((summary) => ({ card: CARD, summary })),
      keep: (landed) => void kept.push(landed),
    });
    const answer = await edge.post(edge.recorded('cardActionAutomatic'));
    expect(answer).toMatchObject({ status: 200, json: { value: CARD } });
    expect([edge.stub.received, kept]).toEqual([[], []]);
  });
  it('that means nothing reaches the handler as such, with a line in the log', async () => {
    reply({ text: 'Det kortet går inte att använda längre.' });
    const answer = await edge.post(edge.recorded('cardActionManual', { value: { action: null } }));
    expect(answer).toMatchObject({
      status: 200,
      json: { statusCode: 200, value: 'Det kortet går inte att använda längre.' },
    });
    expect(edge.turns).toMatchObject([{ kind: 'other', waiting: true }]);
    expect(logged('activity without a meaning to us')).toMatchObject([
      { correlationId: expect.stringMatching(/^correlation-/) },
    ]);
  });
});

describe('other invokes', () => {
  it('a search gets its results', async () => {
    reply({ results: [{ title: 'VOF-2026-0001', text: 'Digitala lås', card: CARD }] });
    expect((await edge.post(edge.recorded('extensionQuery'))).json).toMatchObject({
      composeExtension: { type: 'result', attachments: [{ content: CARD }] },
    });
  });
  it('a dialog gets its form', async () => {
    reply({ task: { title: 'Föreslå', card: CARD } });
    expect((await edge.post(edge.recorded('extensionFetchTaskOnMessage'))).json).toMatchObject({
      task: { type: 'continue', value: { title: 'Föreslå', card: ATTACHMENT } },
    });
  });
  it('an unknown one is received with an empty 200', async () => {
    reply({ card: CARD, summary: 's' });
    const answer = await edge.post(edge.recorded('unknownInvoke'));
    expect([answer.status, answer.text]).toEqual([200, '']);
  });
});

describe('when the handler fails', () => {
  const fail = () => {
    edge.handle = () => Promise.reject(new Error('inner secret'));
  };

  it('a message gets the polite reply, and the log the reason', async () => {
    fail();
    const answer = await edge.post(edge.recorded('personalMessage'));
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(edge.stub.received).toMatchObject([{ body: { text: 'Något gick fel.' } }]);
    expect(logged('handler failed')).toMatchObject([
      { correlationId: expect.any(String), err: expect.any(Error) },
    ]);
  });
  it('a button gets it in the response, with HTTP 200 and status 200', async () => {
    fail();
    edge.onError = () => ({ card: CARD, summary: 's' });
    const answer = await edge.post(edge.recorded('cardActionManual'));
    expect(answer).toMatchObject({ status: 200, json: { statusCode: 200, value: CARD } });
    expect(answer.text).not.toContain('inner secret');
  });
  it('even the polite reply may fail', async () => {
    fail();
    edge.onError = () => {
      throw new Error('texts are gone');
    };
    await edge.post(edge.recorded('personalMessage'));
    const [line] = logged('handler failed');
    expect(edge.stub.received).toMatchObject([
      { body: { text: `Det gick inte. Ange ${String(line?.correlationId)}.` } },
    ]);
  });
  it('a reply that is no reply becomes a polite one', async () => {
    edge.handle = async () => undefined as unknown as Reply;
    const answer = await edge.post(edge.recorded('cardActionManual'));
    expect(answer).toMatchObject({
      status: 200,
      json: { statusCode: 200, value: expect.stringContaining('Ange') },
    });
  });
});

describe('when Teams will not take the reply', () => {
  const throttled = { status: 429, headers: { 'retry-after': '0' }, body: { error: { code: 'Throttled' } } };

  it('throttled: it goes a moment later, once', async () => {
    reply({ text: 'Hej!' });
    edge.stub.answers.push(throttled, { status: 412 });
    await edge.post(edge.recorded('personalMessage'));
    expect(edge.stub.received).toHaveLength(3);
    expect(logged('reply not delivered')).toEqual([]);
  });
  it('an unclear answer is not repeated: the message may be there', async () => {
    reply({ text: 'Hej!' });
    edge.stub.answers.push({ status: 503, headers: { 'retry-after': '0' } });
    const answer = await edge.post(edge.recorded('personalMessage'));
    expect(answer.status).toBe(200);
    expect(edge.stub.received.map(({ body }) => body.text)).toEqual([
      'Hej!',
      expect.stringContaining('Ange'),
    ]);
  });
  it('too large: the person is told instead of silence', async () => {
    reply({ card: CARD, summary: 's' });
    edge.stub.answers.push({ status: 413, body: { error: { code: 'MessageSizeTooBig' } } });
    expect((await edge.post(edge.recorded('personalMessage'))).status).toBe(200);
    expect(edge.stub.received[1]?.body.text).toMatch(/^Det gick inte\. Ange correlation-/);
    expect(logged('reply not delivered')).toMatchObject([{ reason: 'too-large' }]);
  });
  it('blocked: HTTP is still 200', async () => {
    reply({ text: 'Hej!' });
    const blocked = { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } };
    edge.stub.answers.push(blocked, blocked);
    expect((await edge.post(edge.recorded('personalMessage'))).status).toBe(200);
    expect(logged('reply not delivered')).toMatchObject([{ reason: 'blocked' }]);
  });
  it('a redirect is not followed: our token would go along', async () => {
    reply({ text: 'Hej!' });
    const elsewhere = { status: 307, headers: { location: `${edge.stub.serviceUrl}elsewhere` } };
    edge.stub.answers.push(elsewhere, elsewhere);
    expect((await edge.post(edge.recorded('personalMessage'))).status).toBe(200);
    expect(edge.stub.received.map(({ path }) => path).filter((path) => path.includes('elsewhere'))).toEqual(
      [],
    );
  });
});

describe('where people can be reached', () => {
  it('is stored before the turn is handled', async () => {
    const steps: string[] = [];
    const storing = await startEdge({
      onConversation: async ({ id }) => {
        await sleep(20);
        steps.push(`stored ${id}`);
      },
      handle: async () => {
        steps.push('handled');
        return { nothing: true };
      },
    });
    await storing.post(storing.recorded('installationAdd', { conversation: { id: 'a:new' } }));
    await storing.stop();
    expect(steps).toEqual(['stored a:new', 'handled']);
  });
});
