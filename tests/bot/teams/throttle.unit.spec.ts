import { createThrottle } from '../../../bot/teams/connector/throttle.ts';

function setUp() {
  let time = 1_000_000;
  const throttle = createThrottle({
    now: () => time,
    sleep: async (ms) => {
      time += ms;
    },
  });
  const start = time;
  return {
    throttle,
    passed: () => time - start,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const times = async (n: number, act: (index: number) => unknown) => {
  for (let index = 0; index < n; index += 1) await act(index);
};

describe('messages to one conversation', () => {
  it('go at once up to seven', async () => {
    const { throttle, passed } = setUp();
    await times(7, () => throttle.wait('a'));
    expect(passed()).toBe(0);
  });
  it('then wait for the second to pass, and the next one for two', async () => {
    const { throttle, passed } = setUp();
    await times(8, () => throttle.wait('a'));
    expect(passed()).toBe(1_000);
    await throttle.wait('a');
    expect(passed()).toBe(2_000);
  });
  it('stay within sixty in thirty seconds', async () => {
    const { throttle, passed, pass } = setUp();
    await times(60, async () => {
      await throttle.wait('a');
      pass(300);
    });
    expect(passed()).toBeLessThan(30_000);
    await throttle.wait('a');
    expect(passed()).toBe(30_000);
  });
  it('do not hold up another', async () => {
    const { throttle, passed } = setUp();
    await times(7, () => throttle.wait('a'));
    await throttle.wait('b');
    expect(passed()).toBe(0);
  });
});

describe('messages in all', () => {
  it('stay within fifty a second', async () => {
    const { throttle, passed } = setUp();
    await times(50, (n) => throttle.wait(`c-${n}`));
    expect(passed()).toBe(0);
    await throttle.wait('one more');
    expect(passed()).toBe(1_000);
  });
});

describe('one that waits for its own conversation', () => {
  it('is counted among all at the moment when it goes', async () => {
    let time = 0;
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
      // The one that waits for five seconds is still waiting when this ends.
      if (ms === 5_000) await new Promise(() => undefined);
    };
    const throttle = createThrottle({ now: () => time, sleep });
    throttle.hold('held', 5_000);
    void throttle.wait('held');
    time = 1_000;
    await times(50, (n) => throttle.wait(`earlier-${n}`));
    time = 4_900;
    waits.length = 0;
    await times(49, (n) => throttle.wait(`c-${n}`));
    expect(waits).toEqual([]);
    await throttle.wait('c-49');
    expect(waits).toEqual([1_000]);
  });
});

describe('answers to people who wait', () => {
  it('never wait, but what is sent unasked gives way', async () => {
    const { throttle, passed } = setUp();
    await times(7, () => throttle.spend('a'));
    expect(passed()).toBe(0);
    await throttle.wait('a');
    expect(passed()).toBe(1_000);
  });
});

describe('when Teams said later', () => {
  it('nothing goes there before, elsewhere it does', async () => {
    const { throttle, passed } = setUp();
    throttle.hold('a', 9_000);
    await throttle.wait('b');
    expect(passed()).toBe(0);
    await throttle.wait('a');
    expect(passed()).toBe(9_000);
  });
  it('a long wait is handed back instead of waited for', async () => {
    const { throttle, passed } = setUp();
    throttle.hold('a', 40_000);
    await expect(throttle.wait('a')).rejects.toMatchObject({ retryAfterMs: 40_000 });
    expect(passed()).toBe(0);
  });
  it('it goes again when the time has passed', async () => {
    const { throttle, passed, pass } = setUp();
    throttle.hold('a', 40_000);
    pass(40_000);
    await throttle.wait('a');
    expect(passed()).toBe(40_000);
  });
  it('those who stand in line already hear of it too', async () => {
    let time = 0;
    const sleeping: { readonly until: number; readonly wake: () => void }[] = [];
    const sleep = (ms: number) => new Promise<void>((wake) => void sleeping.push({ until: time + ms, wake }));
    const throttle = createThrottle({ now: () => time, sleep });
    const passTo = async (at: number) => {
      time = at;
      for (const { wake } of sleeping.splice(0).filter(({ until }) => until <= at)) wake();
      await new Promise((done) => setImmediate(done));
    };
    for (let n = 0; n < 50; n += 1) await throttle.wait(`c-${n}`);
    let went = false;
    void throttle.wait('in line').then(() => {
      went = true;
    });
    throttle.holdAll(5_000);
    await passTo(1_000);
    expect(went).toBe(false);
    await passTo(5_000);
    expect(went).toBe(true);
  });
});
