import { InvalidLogEntry, type LogEntry, LogEntryTooLarge } from '../../../bot/app/ports/index.ts';
import { entry, event, readAll, written } from '../logEntries.ts';
import type { WithStore } from './withStore.ts';

const HOSTILE: Record<string, unknown> = {
  Swedish: 'Åtgärd: "öka" takten – 50 % på å, ä och ö',
  'text that looks like SQL': "'); DROP TABLE events; --",
  'text that looks like HTML': '<script>alert(1)</script><b>fet</b>',
  'signs beyond the first plane': '👩‍👩‍👧‍👦 𝄞 é (e + ´) ﷽',
  'right to left and invisible signs': '\u202e\u200b\u2066abc\ufeff',
  'control characters': 'a\u0000b\u0007c\u001b[31md\r\n\t\u2028\u2029',
  'halves of a surrogate pair': '\ud800 and \udfff',
  'a backslash at the end': '\\',
  'numbers at the edge': [0, -1, 0.1, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE],
  'odd names of fields': JSON.parse(
    '{"__proto__":{"admin":true},"constructor":1,"toString":2,"":3,"1":4,"key":"I-B#000009"}',
  ),
  nothing: [null, {}, [], '', false],
};

const BAD_STREAMS = [
  '',
  'i-a',
  'I-Å',
  'I A',
  'I#A',
  'I-A#000001',
  "I'A",
  '-A',
  'I-A\n',
  'I/A',
  'A'.repeat(249),
];

const BAD_ENTRIES: Record<string, Partial<Record<keyof LogEntry, unknown>>> = {
  'an empty operation': { operationId: '' },
  'an operation that is too long': { operationId: 'x'.repeat(256) },
  'an operation with a line break': { operationId: 'op\n1' },
  'an operation with half a surrogate pair': { operationId: 'op-\ud800' },
  'an operation that is no text': { operationId: 7 },
  'an empty actor': { actor: '' },
  'an actor with a control character': { actor: 'a\u0000b' },
  'a time in another zone': { at: '2026-03-02T09:00:00.000+01:00' },
  'a time that does not exist': { at: '2026-13-02T09:00:00.000Z' },
  'no time': { at: undefined },
  'no events': { events: [] },
  'events that are no list': { events: { type: 'Noted' } },
  'an event without a type': { events: [{}] },
  'an event that is null': { events: [null] },
  'an event that is not JSON': { events: [event('Noted', { big: 1n })] },
};

export function content(withStore: WithStore): void {
  it.each(Object.entries(HOSTILE))('keeps %s as it is', (_, value) =>
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(log.append('I-A', 0, entry('op-1', { value })));
      expect(row.events).toEqual([event('Noted', { by: 'op-1', value })]);
      expect(await log.read('I-A')).toEqual([row]);
      expect(await (await open()).readAfter(0, 1)).toEqual([row]);
      expect(await log.append('I-A', 1, entry('op-1'))).toEqual({ outcome: 'replayed', row });
    })(),
  );

  it(
    'answers with what JSON can carry, so that it folds the same now and after a restart',
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(
        log.append('I-A', 0, entry('op-1', { left: undefined, odd: [undefined, Number.NaN] })),
      );
      expect(JSON.stringify(row.events)).toBe('[{"type":"Noted","by":"op-1","odd":[null,null]}]');
      expect(Object.keys(row.events[0] ?? {})).not.toContain('left');
    }),
  );

  it(
    'is not changed by what the caller does to the entry afterwards',
    withStore(async ({ open }) => {
      const log = await open();
      const events = [event('Noted', { list: ['a'] })];
      const pending = log.append('I-A', 0, { ...entry('op-1'), events });
      events.push(event('Added later'));
      await pending;
      expect((await log.read('I-A'))[0]?.events).toEqual([event('Noted', { list: ['a'] })]);
    }),
  );

  it(
    'takes a row of nearly 60,000 characters and refuses a longer one, with nothing written',
    withStore(async ({ open }) => {
      const log = await open();
      const row = await written(log.append('I-A', 0, entry('op-1', { text: 'å'.repeat(59_000) })));
      expect(await log.read('I-A')).toEqual([row]);
      const tooLong = log.append('I-A', 1, entry('op-2', { text: 'å'.repeat(60_000) }));
      await expect(tooLong).rejects.toBeInstanceOf(LogEntryTooLarge);
      await expect(tooLong).rejects.toMatchObject({ field: 'text', limit: 60_000, length: 60_170 });
      // Characters that JSON writes as six count as six.
      const escaped = log.append('I-A', 1, entry('op-3', { text: '\u0001'.repeat(10_000) }));
      await expect(escaped).rejects.toBeInstanceOf(LogEntryTooLarge);
      expect((await readAll(log)).length).toBe(1);
    }),
  );

  it(
    'takes the longest stream name there is room for',
    withStore(async ({ open }) => {
      const log = await open();
      const { key } = await written(log.append('A'.repeat(248), 0, entry('op-1')));
      expect(key.length).toBe(255);
    }),
  );

  it.each(BAD_STREAMS)('refuses %j as the name of a stream', (stream) =>
    withStore(async ({ open }) => {
      const log = await open();
      await expect(log.append(stream, 0, entry('op-1'))).rejects.toBeInstanceOf(InvalidLogEntry);
      await expect(log.read(stream)).rejects.toBeInstanceOf(InvalidLogEntry);
      expect(await readAll(log)).toEqual([]);
    })(),
  );

  it.each([-1, 0.5, Number.NaN, 999_999, 2 ** 53])('refuses %d as the expected version', (version) =>
    withStore(async ({ open }) => {
      const log = await open();
      await expect(log.append('I-A', version, entry('op-1'))).rejects.toBeInstanceOf(InvalidLogEntry);
    })(),
  );

  it.each(Object.entries(BAD_ENTRIES))('refuses %s', (_, flaw) =>
    withStore(async ({ open }) => {
      const log = await open();
      const bad = { ...entry('op-1'), ...flaw } as LogEntry;
      await expect(log.append('I-A', 0, bad)).rejects.toBeInstanceOf(InvalidLogEntry);
      expect(await readAll(log)).toEqual([]);
    })(),
  );
}
