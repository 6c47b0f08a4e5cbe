/**
 * Resource units of SharePoint, per application, as Microsoft counts them: one minute, one day, and five minutes for
 * all applications of the tenant together. Calls that are refused count too.
 * Source: Microsoft Learn, "Avoid getting throttled or blocked in SharePoint Online".
 */
export type Ledger = {
  /** Books the units; `throttled` seconds when the application is over its limit and enforcement is on. */
  readonly charge: (app: string, units: number) => Charged;
  readonly minute: (app: string) => number;
  readonly day: (app: string) => number;
  /** Since the start or the last `reset`. */
  readonly total: (app?: string) => number;
  readonly limits: Limits;
  readonly reset: () => void;
  enforce: boolean;
};

export type Charged = { readonly retryAfter?: number; readonly headers: Readonly<Record<string, string>> };

export type Limits = { readonly minute: number; readonly day: number; readonly tenantFiveMinutes: number };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const WARN_AT = 0.8;

export type LedgerOptions = {
  readonly clock: () => number;
  readonly licences: number;
  readonly enforce: boolean;
};

export function createLedger({ clock, licences, enforce }: LedgerOptions): Ledger {
  const limits = limitsFor(licences);
  const minutes = createWindows(clock, MINUTE_MS);
  const days = createWindows(clock, DAY_MS);
  const fives = createWindows(clock, 5 * MINUTE_MS);
  const totals = new Map<string, number>();

  const ledger: Ledger = {
    limits,
    enforce,
    minute: minutes.used,
    day: days.used,
    total: (app) => (app ? (totals.get(app) ?? 0) : [...totals.values()].reduce((sum, one) => sum + one, 0)),
    reset: () => {
      for (const windows of [minutes, days, fives]) windows.clear();
      totals.clear();
    },
    charge: (app, units) => {
      totals.set(app, (totals.get(app) ?? 0) + units);
      const inMinute = minutes.add(app, units);
      const inDay = days.add(app, units);
      const inFive = fives.add('', units);
      if (!ledger.enforce) return { headers: {} };
      const headers = rateHeaders(inMinute, limits.minute, minutes.secondsLeft());
      if (inDay > limits.day) return { retryAfter: days.secondsLeft(), headers };
      if (inFive > limits.tenantFiveMinutes) return { retryAfter: fives.secondsLeft(), headers };
      return inMinute > limits.minute ? { retryAfter: minutes.secondsLeft(), headers } : { headers };
    },
  };
  return ledger;
}

function rateHeaders(used: number, limit: number, reset: number): Readonly<Record<string, string>> {
  if (used < WARN_AT * limit) return {};
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(Math.max(0, limit - used)),
    'RateLimit-Reset': String(reset),
  };
}

/** Fixed windows that begin at whole minutes or days of the clock. */
function createWindows(clock: () => number, lengthMs: number) {
  let current = -1;
  const used = new Map<string, number>();
  const turn = (): void => {
    const now = Math.floor(clock() / lengthMs);
    if (now === current) return;
    current = now;
    used.clear();
  };
  return {
    add: (key: string, units: number): number => {
      turn();
      const sum = (used.get(key) ?? 0) + units;
      used.set(key, sum);
      return sum;
    },
    used: (key: string): number => {
      turn();
      return used.get(key) ?? 0;
    },
    secondsLeft: (): number => Math.ceil((lengthMs - (clock() % lengthMs)) / 1_000),
    clear: (): void => used.clear(),
  };
}

/** The published table grows by the same amount at each step of licences. */
function limitsFor(licences: number): Limits {
  const step = [1_000, 5_000, 15_000, 50_000].filter((most) => licences > most).length + 1;
  return { minute: 1_250 * step, day: 1_200_000 * step, tenantFiveMinutes: 18_750 * step };
}
