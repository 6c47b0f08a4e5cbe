import { FIRST_PREVIOUS_HASH, linkHash } from '../../../../bot/adapters/chain/link.ts';
import { writeRecord } from '../../../../bot/adapters/chain/record.ts';
import type { LogRow } from '../../../../bot/app/ports/index.ts';
import { sampleStream } from '../../../../bot/local/sample/orders.ts';
import { idOf } from '../../../../bot/local/sample/people.ts';
import { SampleRefused, seed } from '../../../../bot/local/sample/seed.ts';
import { calculate } from '../../../../domain/benefits/calculate.ts';
import { DEFAULT_BENEFIT_MODEL } from '../../../../domain/benefits/model.ts';
import { roundHalfAwayFromZero } from '../../../../domain/benefits/rounding.ts';
import { daysOverdue } from '../../../../domain/initiatives/followUps.ts';
import { containsPersonalNumber } from '../../../../domain/initiatives/personalNumbers.ts';
import { isEscalated } from '../../../../domain/initiatives/timeLimits.ts';
import { DEFAULT_MODEL } from '../../../../domain/model/governanceModel.ts';
import { SAMPLE_ESTIMATES } from '../../../domain/benefits/sampleEstimates.ts';
import { WRITTEN } from './rulebook.ts';
import { calendar, type SampleHouse, sampleHouse } from './seeding.ts';

const REFERENCE = '2026-11-02';
const kronor = (value: number): number => roundHalfAwayFromZero(value);

/** The whole sample is written, several times over, and the machine may be busy. */
jest.setTimeout(60_000);

describe('the sample municipality in the store', () => {
  let house: SampleHouse;
  beforeAll(async () => {
    house = await sampleHouse();
    await house.fill(REFERENCE);
  });

  it.each(WRITTEN)('has $key as $number in $state, classified as written', (written) => {
    const { number, state, classification: given, content } = house.sample(written.key);
    const [c, i, a] = written.classification;
    expect({ number, state, given, title: content.title }).toEqual({
      number: written.number,
      state: written.state,
      given: { c, i, a },
      title: written.title,
    });
  });

  it('has nothing but the twelve', () => expect(house.casebook.size()).toBe(12));

  it.each(SAMPLE_ESTIMATES)('calculates $id to the krona', ({ id, npv, financialNpv, estimate }) => {
    const written = WRITTEN.find(({ key }) => key === id)!;
    const stored = house.sample(written.key).content.estimate!;
    const { total, financial } = calculate(stored, DEFAULT_BENEFIT_MODEL);
    expect(stored).toEqual(estimate);
    expect([kronor(total.npv), kronor(financial.npv)]).toEqual([npv, financialNpv]);
  });

  it('finds the two planted pairs and no other', () => {
    const hits = WRITTEN.flatMap(({ key }) => house.sample(key).similar.map(({ id }) => [key, id]));
    expect(hits.sort()).toEqual([
      ['P02', sampleStream('P01')],
      ['P06', sampleStream('P05')],
    ]);
  });

  it('answers the pair that has been decided on', () =>
    expect(house.sample('P02').evidence?.similarAnswers).toEqual([
      expect.objectContaining({ id: sampleStream('P01'), answer: 'coordinate' }),
    ]));

  it('reached 78 per cent of what the medicine robot’s first year was to give', () => {
    const [{ amount, expected, year } = { amount: 0, expected: 1, year: 0 }] = house.sample('P03').outcomes;
    expect({ year, expected, amount }).toEqual({ year: 1, expected: 1_415_040, amount: 1_103_731 });
  });

  it('has closed the building permits with lessons, and the paper form is gone', () => {
    const { lessons, retired, outcomes } = house.sample('P08');
    expect(lessons).toHaveLength(2);
    expect(retired).toEqual([{ what: 'Pappersblanketten för ansökan om bygglov', day: '2026-02-02' }]);
    expect(outcomes[0]!.amount).toBeGreaterThan(outcomes[0]!.expected * 0.8);
  });

  it('returned the annual accounts with a reason, to a department without a coach', () => {
    const returned = house.sample('P12');
    expect(returned).toMatchObject({ state: 'RETURNED', returned: { by: idOf('kanslichef.ofk') } });
    expect(returned.coach).toBeUndefined();
  });

  it('has used all three colours, and decided where it was red twice', () => {
    const statuses = WRITTEN.flatMap(({ key }) => house.sample(key).followUps.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(['green', 'yellow', 'red']));
    expect(house.sample('P08').decisions.map(({ type }) => type)).toContain('DeviationDecided');
    expect(WRITTEN.filter(({ key }) => house.sample(key).deviationSince)).toEqual([]);
  });

  it('has one late follow-up to show, and a review that waits without being late', () => {
    const late = WRITTEN.filter(({ key }) => daysOverdue(house.sample(key), REFERENCE) > 0);
    expect(late.map(({ key }) => key)).toEqual(['P11']);
    const rules = { model: DEFAULT_MODEL, calendar };
    expect(isEscalated(house.sample('P06'), `${REFERENCE}T12:00:00.000Z`, rules)).toBe(false);
  });

  it('measures every goal it sets by a source, before the day it was reported', () => {
    for (const { key } of WRITTEN) {
      const { goals, measurements } = house.sample(key);
      for (const { goal, source } of measurements) {
        expect(goals.map(({ id }) => id)).toContain(goal);
        expect(source).not.toBe('');
      }
    }
  });

  it('tells each case in order of time, on office days, and all of it before the reference day', () => {
    const last = new Map<string, string>();
    for (const { stream, at } of house.rows) {
      expect(at >= (last.get(stream) ?? '')).toBe(true);
      last.set(stream, at);
      const day = calendar.localDate(at);
      expect([day, calendar.isWorkingDay(day) && day < REFERENCE && day >= '2025-01-01']).toEqual([
        day,
        true,
      ]);
    }
  });

  it('has chains that hold', () => {
    const previous = new Map<string, string>();
    for (const { stream, sequence, previousHash, hash, operationId, actor, at, events } of house.rows) {
      expect(previousHash).toBe(previous.get(stream) ?? FIRST_PREVIOUS_HASH);
      const { record } = writeRecord(stream, sequence, { operationId, actor, at, events });
      expect(hash).toBe(linkHash(previousHash, record));
      previous.set(stream, hash);
    }
  });

  it('holds no personal numbers', () => {
    const texts = house.rows.flatMap(({ events }) => textsIn(events));
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(containsPersonalNumber)).toEqual([]);
  });

  it('adds nothing the second time', async () => {
    const rows = house.rows.length;
    await house.fill(REFERENCE);
    expect(house.rows).toHaveLength(rows);
  });

  it('adds nothing in another process either', async () => {
    const rows = house.rows.length;
    await (await sampleHouse(house.rows)).fill(REFERENCE);
    expect(house.rows).toHaveLength(rows);
  });
});

describe('filling a store', () => {
  it('without proposals gives the organisation alone', async () => {
    const house = await sampleHouse();
    await house.fill(REFERENCE, false);
    expect([house.casebook.size(), Object.keys(house.casebook.organisation().units).length > 30]).toEqual([
      0,
      true,
    ]);
  });

  it('is completed after it was cut off anywhere, to the very same rows', async () => {
    const whole = await sampleHouse();
    await whole.fill(REFERENCE);
    for (const cut of [1, 90, 200, 260, whole.rows.length - 1]) {
      const house = await sampleHouse(whole.rows.slice(0, cut));
      await house.fill(REFERENCE);
      expect(house.rows.map(comparable)).toEqual(whole.rows.map(comparable));
    }
  });

  it.each(['2024-02-29', '2025-06-15', '2026-11-22', '2031-12-31'])('ends just before %s', async (today) => {
    const house = await sampleHouse();
    await house.fill(today);
    const newest = house.rows
      .map(({ at }) => calendar.localDate(at))
      .sort()
      .at(-1)!;
    expect(newest < today).toBe(true);
    expect(Date.parse(today) - Date.parse(newest)).toBeLessThanOrEqual(11 * 86_400_000);
    expect(house.sample('P06').state).toBe('MANAGER_REVIEW');
    expect(house.sample('P11')).toMatchObject({ state: 'EXECUTION' });
    expect(daysOverdue(house.sample('P11'), today)).toBeGreaterThan(0);
  });

  it('tells which command was refused', async () => {
    const house = await sampleHouse();
    const handle: SampleHouse['handle'] = async (request) =>
      request.order.type === 'Recommend'
        ? { ok: false, refusal: { code: 'deviation-undecided' } }
        : house.handle(request);
    const filling = seed({ ...house, handle }, { calendar, today: REFERENCE, proposals: true });
    await expect(filling).rejects.toThrow(SampleRefused);
    await expect(filling).rejects.toThrow(
      'P08: Recommend by it-arkitekt.klk.it on 2025-02-27 13:30 was refused',
    );
  });
});

/** All but the position, which depends on the order rows were written over all streams. */
const comparable = ({ position: _, ...row }: LogRow) => row;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
