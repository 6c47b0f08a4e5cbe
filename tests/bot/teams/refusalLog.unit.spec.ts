import { createRefusalLog } from '../../../bot/teams/refusalLog.ts';

it('says a reason once in ten seconds, then how many it left out', () => {
  const lines: object[] = [];
  const nothing = () => undefined;
  let now = 0;
  const refused = createRefusalLog(
    { debug: nothing, info: nothing, error: nothing, warn: (fields) => void lines.push(fields) },
    () => now,
  );
  const badToken = { status: 401, why: 'bad-token' };
  for (let n = 0; n < 10_000; n += 1) refused(badToken, `c-${n}`);
  refused({ status: 413, why: 'too-large' }, 'c-other');
  now += 10_000;
  refused(badToken, 'c-later');
  refused(badToken, 'c-later-still');
  expect(lines).toEqual([
    { correlationId: 'c-0', status: 401, why: 'bad-token' },
    { correlationId: 'c-other', status: 413, why: 'too-large' },
    { correlationId: 'c-later', status: 401, why: 'bad-token', leftOut: 9_999 },
  ]);
});
