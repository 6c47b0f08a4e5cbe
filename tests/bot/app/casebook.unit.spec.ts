import { type Change, createCasebook } from '../../../bot/app/casebook.ts';
import { DamagedStream, type LogRow } from '../../../bot/app/ports/index.ts';
import { PEOPLE } from '../../builders/people.ts';
import { memoryEventLog } from '../../fakes/memoryEventLog.ts';
import { newStore, testHouse } from '../house.ts';
import { approved, done, submitted } from '../support/life.ts';

const follow = (text: string) => ({ type: 'FollowUp', status: 'green', text }) as const;

/** A store in which something has happened. */
async function eventful() {
  const store = newStore();
  const house = await testHouse({ store });
  const first = await approved(house);
  const second = await submitted(house, { by: PEOPLE.colleague });
  await house.chooseLanguage(PEOPLE.employee, 'en', 'op-language');
  return { store, house, first, second };
}

describe('a casebook', () => {
  it('folds the whole log, however it is cut up', async () => {
    const { store, house } = await eventful();
    const other = createCasebook(memoryEventLog(store.rows));
    expect(await other.catchUp()).toBe(store.rows.length);
    expect([...other.all()]).toEqual([...house.casebook.all()]);
    expect(other.organisation()).toEqual(house.casebook.organisation());
    expect(other.languageOf(PEOPLE.employee)).toBe('en');
    expect(other.position()).toBe(store.rows.length);
    expect(await other.catchUp()).toBe(0);
  });

  it('counts the rows of a stream and knows its operations', async () => {
    const { house, first } = await eventful();
    expect(house.casebook.versionOf(first.id)).toBe(first.version);
    const row = house.log.rows.find(({ stream, sequence }) => stream === first.id && sequence === 2)!;
    expect(house.casebook.operation(first.id, row.operationId)).toEqual({ sequence: 2, actor: row.actor });
    expect(house.casebook.operation(first.id, 'op-unheard-of')).toBeUndefined();
    expect(house.casebook.versionOf('I-NONE')).toBe(0);
  });

  it('takes a row once, in whatever way it comes', async () => {
    const { store, first } = await eventful();
    const { casebook } = await testHouse({ store });
    const before = casebook.initiative(first.id);
    for (const row of store.rows) await casebook.fold(row);
    await casebook.catchUp();
    await casebook.reload(first.id);
    expect(casebook.initiative(first.id)).toEqual(before);
  });

  it('reads the stream when a row leaves a gap', async () => {
    const { store, house } = await eventful();
    const { casebook } = await testHouse({ store });
    const { id } = await approved(house);
    await done(house, follow('Det går.'), { by: PEOPLE.coach, initiative: id });
    await casebook.fold(store.rows.at(-1)!);
    expect(casebook.initiative(id)).toEqual(house.casebook.initiative(id));
    expect(await casebook.reload(id)).toBe(false);
  });

  it('keeps order when the own rows come before those of others', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const theirs = await submitted(there);
    const ours = await submitted(here, { by: PEOPLE.colleague });
    expect(here.casebook.initiative(theirs.id)).toBeUndefined();
    await here.casebook.catchUp();
    expect(here.casebook.initiative(theirs.id)).toEqual(theirs);
    expect(here.casebook.byNumber(ours.number)?.id).toBe(ours.id);
    expect(here.casebook.position()).toBe(store.rows.length);
  });

  it('tells of every row once, with what it made of the initiative', async () => {
    const store = newStore();
    const [here, there] = [await testHouse({ store }), await testHouse({ store })];
    const told: Change[] = [];
    const stop = here.casebook.onChange((change) => told.push(change));
    const theirs = await submitted(there);
    const ours = await submitted(here);
    await Promise.all([here.casebook.catchUp(), here.casebook.catchUp(), here.casebook.reload(theirs.id)]);
    const keys = told.map(({ row }) => row.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(6);
    expect(told.find(({ row }) => row.key === `${ours.id}#000002`)?.initiative).toEqual(ours);
    stop();
    await submitted(here);
    expect(told).toHaveLength(6);
  });

  it('reads on past a stream that others have damaged, but not past the organisation', async () => {
    const { store, house, first, second } = await eventful();
    const without = (stream: string) =>
      store.rows.filter((row) => row.stream !== stream || row.sequence !== 2);
    const open = (damaged: string) => {
      const shown = without(damaged).map((row, i) => ({ ...row, position: i + 1 }));
      return createCasebook({
        read: async (stream) => {
          if (stream === damaged) throw new DamagedStream(`${stream} has a gap`);
          return shown.filter((row) => row.stream === stream);
        },
        readAfter: async (position, limit) => shown.slice(position, position + limit),
      });
    };
    const casebook = open(first.id);
    await casebook.catchUp();
    expect(casebook.initiative(second.id)).toEqual(house.casebook.initiative(second.id));
    expect(casebook.initiative(first.id)?.version).toBe(1);
    await expect(casebook.reload(first.id)).rejects.toBeInstanceOf(DamagedStream);
    for (const name of ['a', 'b']) {
      const unit = { id: name, kind: 'unit', name, parent: 'vof' } as const;
      await house.handleOrganisation({ type: 'PlaceUnit', unit }, `op-${name}`, PEOPLE.toolAdmin);
    }
    await expect(open('ORGANISATION').catchUp()).rejects.toBeInstanceOf(DamagedStream);
  });

  it('reads on when what was missing in a stream comes to light', async () => {
    const { store, house, first } = await eventful();
    const isMissing = (row: LogRow) => row.stream === first.id && row.sequence === 2;
    const late = [...store.rows.filter((row) => !isMissing(row)), ...store.rows.filter(isMissing)];
    const shown = late.map((row, i) => ({ ...row, position: i + 1 }));
    let isThere = false;
    const casebook = createCasebook({
      read: async (stream) => {
        if (stream === first.id && !isThere) throw new DamagedStream('a row is missing');
        return store.rows.filter((row) => row.stream === stream);
      },
      readAfter: async (position, limit) =>
        shown.slice(position, Math.min(position + limit, isThere ? shown.length : shown.length - 1)),
    });
    await casebook.catchUp();
    expect(casebook.initiative(first.id)?.version).toBe(1);
    isThere = true;
    await casebook.catchUp();
    expect(casebook.initiative(first.id)).toEqual(house.casebook.initiative(first.id));
  });

  it('reads pages until there is nothing left', async () => {
    const rows = Array.from({ length: 12_345 }, (_, i): LogRow => {
      const stream = `PERSON-${i}`;
      const events = [{ type: 'LanguageChosen', language: 'en' } as { type: string }];
      return {
        key: `${stream}#000001`,
        stream,
        sequence: 1,
        position: i + 1,
        operationId: `op-${i}`,
        actor: `p-${i}`,
        at: '2026-03-02T09:00:00.000Z',
        events,
        previousHash: '0',
        hash: `h-${i}`,
      };
    });
    const casebook = createCasebook({
      read: async () => [],
      readAfter: async (position, limit) => rows.slice(position, position + limit),
    });
    expect(await casebook.catchUp()).toBe(rows.length);
    expect(casebook.languageOf('12344')).toBe('en');
  });
});

describe('what a casebook remembers', () => {
  it('is all of it, and opens another casebook where this one was', async () => {
    const { store, house, first } = await eventful();
    await house.casebook.catchUp();
    const memory = structuredClone(house.casebook.memory()!);
    expect(memory).toMatchObject({ position: store.rows.length, hash: store.rows.at(-1)?.hash });
    const next = createCasebook(memoryEventLog(store.rows), memory);
    expect([...next.all()]).toEqual([...house.casebook.all()]);
    await done(house, follow('Vidare.'), { by: PEOPLE.coach, initiative: first.id });
    expect(await next.catchUp()).toBe(1);
    expect(next.initiative(first.id)).toEqual(house.casebook.initiative(first.id));
    expect(next.versionOf(first.id)).toBe(first.version + 1);
  });

  it('is not given while own rows have been folded that are not caught up with', async () => {
    const { house } = await eventful();
    expect(house.casebook.memory()).toBeUndefined();
    await house.casebook.catchUp();
    expect(house.casebook.memory()).toBeDefined();
  });
});
