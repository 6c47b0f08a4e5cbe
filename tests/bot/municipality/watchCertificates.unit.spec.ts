import { watchCertificates } from '../../../bot/municipality/watchCertificates.ts';

const EXPIRES = '2027-01-31T12:00:00.000Z';
const DAY_MS = 24 * 3_600_000;
type Config = Parameters<typeof watchCertificates>[0];
const SECRET: Config['bot']['identity'] = { kind: 'secret', secret: 'x'.repeat(40) };
const CERTIFICATE: Config['graph']['identity'] = {
  kind: 'certificate',
  pem: '',
  thumbprint: '',
  privateKey: '',
  expires: EXPIRES,
};
const configWith = (bot: Config['bot']['identity'], graph: Config['graph']['identity']): Config => ({
  bot: { appId: '', identity: bot, metadataUrl: '', issuer: '', serviceHosts: [] },
  graph: { root: '', appId: '', identity: graph },
});

describe('the watch over certificates', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 0 }));
  afterEach(() => void jest.useRealTimers());

  /** Looks at the day, and on as many days after it. */
  function warnings(config: Config, day: string, more = 0): unknown[] {
    const said: unknown[] = [];
    const began = Date.parse(`${day}T13:00:00Z`);
    const watch = watchCertificates(
      config,
      { warn: (fields) => void said.push(fields) },
      () => began + Date.now(),
    );
    jest.advanceTimersByTime(more * DAY_MS);
    watch.close();
    jest.advanceTimersByTime(DAY_MS);
    return said;
  }

  it.each([
    ['2026-12-30', []],
    ['2026-12-31', [30]],
    ['2027-01-31', [-1]],
  ])('speaks when a month is left: on %s', (day, daysLeft) =>
    expect(warnings(configWith(SECRET, CERTIFICATE), day)).toEqual(
      daysLeft.map((left) => ({ setting: 'FARDPLAN_GRAPH_CERTIFICATE', expires: EXPIRES, daysLeft: left })),
    ),
  );

  it('says it again each day for as long as the program runs', () =>
    expect(warnings(configWith(CERTIFICATE, SECRET), '2027-01-20', 2)).toMatchObject(
      [10, 9, 8].map((daysLeft) => ({ setting: 'FARDPLAN_BOT_CERTIFICATE', daysLeft })),
    ));

  it('has nothing to say of secrets and managed identities, whose end it cannot know', () =>
    expect(warnings(configWith(SECRET, { kind: 'managed-identity' }), '2030-01-01')).toEqual([]));
});
