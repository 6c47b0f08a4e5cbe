import { connect } from 'node:net';
import { heapAfterCollection } from '../support/heap.ts';
import { type Edge, startEdge } from './support/edge.ts';

let edge: Edge;
let good: string;
beforeAll(async () => {
  edge = await startEdge();
  good = JSON.stringify(edge.recorded('cardActionManual'));
  edge.handle = async () => ({ text: 'Hej!' });
});
afterAll(() => edge.stop());

/** Whatever comes: an expected status, nothing of our insides in the answer, and the next good call works. */
async function expectCalm(body: unknown, statuses: readonly number[], headers: Record<string, string> = {}) {
  const answer = await edge.post(body, headers);
  expect(statuses).toContain(answer.status);
  if (answer.status >= 400) expect(answer.text).toBe('');
  expect(answer.text).not.toMatch(/Error|node_modules|\.ts|\bat /);
  expect((await edge.post(good)).status).toBe(200);
}

describe('bodies that are no activity', () => {
  it('cut short at any place', async () => {
    for (let end = 0; end < good.length; end += 37) await expectCalm(good.slice(0, end), [400]);
  });
  it.each<[string, unknown, number]>([
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['a text', '"message"', 400],
    ['a null', 'null', 400],
    ['an empty object', '{}', 403],
    ['trailing rubbish', '{}}', 400],
    ['a comment', '/* hi */{}', 400],
    ['10,000 brackets', '['.repeat(10_000), 400],
    ['10,000 closed brackets', '['.repeat(10_000) + ']'.repeat(10_000), 400],
  ])('%s', (_what, body, status) => expectCalm(body, [status]));
});

describe('sizes and encodings', () => {
  it('a megabyte', () => expectCalm(JSON.stringify({ text: 'x'.repeat(1_048_576) }), [413]));
  it('just over the limit', () => expectCalm('x'.repeat(256 * 1024 + 1), [413]));
  it('a megabyte without saying so first', async () => {
    const answer = await chunked('x'.repeat(1_048_576));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
    expect((await edge.post(good)).status).toBe(200);
  });
  it('UTF-16', () => expectCalm(Buffer.from(good, 'utf16le'), [400]));
  it('Latin-1', () => expectCalm(Buffer.from(good.replace('Enhetschef', 'Områdeschef'), 'latin1'), [400]));
  it('broken UTF-8', () => expectCalm(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), [400]));
  it('UTF-8 with a mark in front is UTF-8', () => expectCalm(`\ufeff${good}`, [200]));
  it('claims to be packed', () => expectCalm(good, [415], { 'content-encoding': 'gzip' }));
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'multipart/form-data',
  ])('claims to be %s', (type) => expectCalm(good, [415], { 'content-type': type }));
  it('says that it is UTF-8', () =>
    expectCalm(good, [200], { 'content-type': 'application/json; charset=utf-8' }));
});

describe('activities with anything anywhere', () => {
  const ODD = [
    null,
    0,
    -1,
    1e308,
    '',
    'x'.repeat(5_000),
    '\u0000\u202e',
    [],
    [[]],
    {},
    { a: { b: {} } },
    true,
  ];
  const FIELDS = [
    'type',
    'id',
    'name',
    'value',
    'from',
    'recipient',
    'conversation',
    'channelData',
    'entities',
    'text',
    'locale',
    'replyToId',
    'membersAdded',
    'serviceUrl',
    'channelId',
  ];

  it.each(FIELDS)('%s', async (field) => {
    for (const odd of ODD) {
      const answer = await edge.post(edge.recorded('cardActionManual', { [field]: odd }));
      expect([200, 400, 403]).toContain(answer.status);
      expect(answer.text).not.toMatch(/Error|node_modules|\.ts|\bat /);
    }
    expect(edge.lines.filter(({ message }) => message === 'call not answered')).toEqual([]);
  });

  it('leave nothing behind', async () => {
    const round = async () => {
      for (const field of FIELDS)
        for (const odd of ODD) await edge.post(edge.recorded('cardActionManual', { [field]: odd }));
    };
    /** The heap without what this spec itself keeps of the calls. */
    const heap = () => {
      for (const kept of [edge.turns, edge.lines, edge.conversations]) kept.length = 0;
      return heapAfterCollection();
    };
    await round();
    await round();
    const warm = heap();
    for (let n = 0; n < 3; n += 1) await round();
    expect(heap() - warm).toBeLessThan(0.5);
  }, 60_000);

  it('deep nesting in every corner', async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    for (const field of ['value', 'from', 'channelData', 'entities', 'conversation'])
      await expectCalm(good.replace(/^\{/, `{"${field}":${deep},`).replace('"x":', '"y":'), [200, 400]);
    const action = `{"action":{"type":"Action.Execute","verb":"v","data":${deep}}}`;
    await expectCalm(good.replace(/"value":\{.*?\},"entities"/, `"value":${action},"entities"`), [200]);
    expect(edge.turns.at(-2)).toMatchObject({ kind: 'action', verb: 'v' });
    expect(edge.turns.at(-2)?.data).toEqual({});
  });

  it('hostile names change nothing', async () => {
    await expectCalm(
      good.replace(/^\{/, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'),
      [200],
    );
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('other ways in', () => {
  it('only POST is there', async () => {
    const answer = await raw('GET /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  });
  it('a caller that hangs up half way leaves no mark', async () => {
    await raw(
      'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"a"',
      true,
    );
    expect((await edge.post(good)).status).toBe(200);
    expect(edge.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
  it('a caller through a tunnel or under another name is not let in', async () => {
    await expectCalm(good, [403], { 'x-forwarded-for': '203.0.113.7' });
    const named = await raw(
      'POST /api/messages HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
    expect(named).toMatch(/^HTTP\/1\.1 403 /);
  });
});

const chunked = (body: string): Promise<string> =>
  raw(
    `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
  );

function raw(request: string, hangUp = false): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(edge.port, '127.0.0.1', () => {
      socket.write(request);
      if (hangUp) setTimeout(() => socket.destroy(), 30);
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
