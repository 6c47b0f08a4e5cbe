import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnectorClient, NotTaken } from '../../../bot/teams/connector/connectorClient.ts';
import { type ConnectorStub, startConnectorStub } from './support/connectorStub.ts';

const MESSAGE = { type: 'message', text: 'Hej å ä ö' };
const unsigned = async () => ({});

let stub: ConnectorStub;
beforeEach(async () => {
  stub = await startConnectorStub();
});
afterEach(() => stub.stop());

const client = (serviceUrl = stub.serviceUrl) => createConnectorClient(serviceUrl, unsigned).conversations;

describe('the calls', () => {
  it('send, reply and rewrite', async () => {
    expect(await client().sendToConversation('19:c@thread;messageid=1', MESSAGE)).toEqual({ id: 'sent-1' });
    expect(await client().replyToActivity('a:chat', '17/7', MESSAGE)).toEqual({ id: 'sent-2' });
    expect(await client().updateActivity('a:chat', '177', MESSAGE)).toEqual({ id: 'sent-3' });
    expect(stub.received).toEqual([
      {
        method: 'POST',
        path: '/emea/v3/conversations/19:c@thread;messageid=1/activities',
        body: MESSAGE,
      },
      { method: 'POST', path: '/emea/v3/conversations/a:chat/activities/17/7', body: MESSAGE },
      { method: 'PUT', path: '/emea/v3/conversations/a:chat/activities/177', body: MESSAGE },
    ]);
  });

  it('go to the same place with or without a slash at the end', async () => {
    await client(stub.serviceUrl.replace(/\/$/, '')).sendToConversation('a:chat', MESSAGE);
    expect(stub.received[0]?.path).toBe('/emea/v3/conversations/a:chat/activities');
  });

  it.each([
    ['nothing', ''],
    ['no id', '{}'],
    ['no JSON', '<html>'],
    ['an id that is none', '{"id":7}'],
  ])('are done when Teams took the message and then says %s', (_what, text) =>
    answering(
      (_request, response) => says(response, 201, text),
      async (serviceUrl) =>
        expect(await client(serviceUrl).sendToConversation('a:chat', MESSAGE)).toEqual({}),
    ),
  );
});

describe('one who signs', () => {
  const headersOf = async (sign: () => Promise<Record<string, string>>) => {
    let seen: Record<string, unknown> = {};
    await answering(
      ({ headers }, response) => {
        seen = headers;
        says(response, 200, '{}');
      },
      (serviceUrl) =>
        createConnectorClient(serviceUrl, sign).conversations.sendToConversation('a:chat', MESSAGE),
    );
    return seen;
  };

  it('is asked for every message', async () => {
    expect(await headersOf(async () => ({ Authorization: 'Bearer one' }))).toMatchObject({
      authorization: 'Bearer one',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(JSON.stringify(MESSAGE))),
    });
  });

  it('and cannot: nothing is sent', async () => {
    const cannot = async () => {
      throw new Error('no token');
    };
    const { sendToConversation } = createConnectorClient(stub.serviceUrl, cannot).conversations;
    await expect(sendToConversation('a:chat', MESSAGE)).rejects.toThrow('no token');
    expect(stub.received).toEqual([]);
  });
});

describe('a call that fails', () => {
  it('says what Teams said and when to come back', async () => {
    stub.answers.push({
      status: 429,
      headers: { 'retry-after': '7' },
      body: { error: { code: 'Throttled' } },
    });
    const failure = await client()
      .sendToConversation('a:chat', MESSAGE)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotTaken);
    expect(failure).toMatchObject({ status: 429, retryAfter: '7', answer: '{"error":{"code":"Throttled"}}' });
  });

  it.each<[string, RequestListener, RegExp]>([
    ['before an answer', (request) => request.socket.destroy(), /other side closed|ECONNRESET/],
    [
      'in the middle of an answer',
      (_request, response) => {
        response.writeHead(201, { 'content-length': '100' });
        response.write('{"id":');
        setTimeout(() => response.destroy(), 20);
      },
      /other side closed|terminated/,
    ],
    [
      'with an answer that has no end',
      (_request, response) => says(response, 201, 'x'.repeat(100_000)),
      /exceeded max size/,
    ],
  ])('%s', (_when, listener, said) =>
    answering(listener, (serviceUrl) =>
      expect(client(serviceUrl).sendToConversation('a:chat', MESSAGE)).rejects.toThrow(said),
    ),
  );

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['begins to answer and stops', (_request, response) => void response.write('{')],
  ])('for want of an answer in time: Teams %s', (_what, listener) =>
    answering(listener, (serviceUrl) => {
      const { sendToConversation } = createConnectorClient(serviceUrl, unsigned, 50).conversations;
      return expect(sendToConversation('a:chat', MESSAGE)).rejects.toThrow(/timeout/);
    }),
  );
});

/** Without `writeHead`: restify changes it for the whole process, so that it returns nothing to chain. */
function says(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.end(text);
}

async function answering(listener: RequestListener, run: (serviceUrl: string) => Promise<unknown>) {
  const server: Server = createServer((request, response) => {
    request.resume();
    request.on('end', () => listener(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
