import { createHash } from 'node:crypto';
import type { LogRow } from '../../bot/app/ports/index.ts';
import { addDays } from '../../domain/calendar/plainDate.ts';
import type { InitiativeCommand, InitiativeOrder } from '../../domain/initiatives/commands.ts';
import { decide } from '../../domain/initiatives/decide.ts';
import type { Context, Refusal } from '../../domain/initiatives/decision.ts';
import type { InitiativeEvent, SimilarHit } from '../../domain/initiatives/events.ts';
import { evolveRow } from '../../domain/initiatives/evolve.ts';
import { type Initiative, isSubmitted } from '../../domain/initiatives/initiative.ts';
import { stillSays } from '../../domain/initiatives/repeats.ts';
import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import { departmentOf } from '../../domain/organisation/lookup.ts';
import { ORGANISATION } from './sample/organisation.ts';

/** Swedish winter time will do; weekends are free, holidays are not known here. */
const calendar: Context['calendar'] = {
  localDate: (at) => new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 10),
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()),
  startOfDay: (day) => `${addDays(day, -1)}T23:00:00.000Z`,
};

export const CONTEXT: Context = { organisation: ORGANISATION, model: DEFAULT_MODEL, calendar };

export type Asked = {
  readonly order: InitiativeOrder;
  readonly operationId: string;
  readonly actor: string;
  readonly at: string;
  readonly initiative?: string;
  readonly expectedVersion?: number;
};

export type Answered =
  | { readonly ok: true; readonly initiative: Initiative; readonly replayed: boolean }
  | {
      readonly ok: false;
      readonly refusal: Refusal | { readonly code: 'stale'; readonly about?: undefined };
      readonly initiative?: Initiative;
    };

/** The real rules over a log in memory: what the tab needs of a server, and nothing durable. */
export function createFakeStore() {
  const initiatives = new Map<string, Initiative>();
  const rows = new Map<string, LogRow[]>();
  const operations = new Set<string>();
  const listeners = new Set<(initiative: Initiative, position: number) => void>();
  const taken = new Map<string, number>();
  let position = 0;

  function takeNumber(unit: string): string {
    const prefix = departmentOf(ORGANISATION, unit)?.prefix ?? 'KLK';
    const next = (taken.get(prefix) ?? 0) + 1;
    taken.set(prefix, next);
    return `${prefix}-2026-${String(next).padStart(4, '0')}`;
  }

  function similarTo(text: string, except?: string): SimilarHit[] {
    const words = stems(text);
    const hits = [...initiatives.values()].flatMap((other): SimilarHit[] => {
      if (!isSubmitted(other) || other.id === except) return [];
      const shared = [...stems(`${other.content.title} ${other.content.problem}`)].filter((word) =>
        words.has(word),
      );
      return shared.length >= 2 ? [{ id: other.id, score: shared.length / 10, words: shared }] : [];
    });
    return hits.toSorted((a, b) => b.score - a.score).slice(0, 3);
  }

  /** An order without a case begins one, as on the server. */
  const idFor = ({ order, operationId, initiative = '' }: Asked): string =>
    order.type === 'StartDraft' || (order.type === 'Submit' && !initiative)
      ? `I-${operationId}`
      : (find(initiative)?.id ?? '');

  /** What is not asked of the rules: an operation that is known, or a version that is past. */
  function answeredBefore(
    { order, operationId, expectedVersion }: Asked,
    now: Initiative | undefined,
  ): Answered | undefined {
    if (!now) return undefined;
    const isKnown = operations.has(operationId);
    if (isKnown && stillSays(order, now)) return { ok: true, initiative: now, replayed: true };
    const isPast = expectedVersion !== undefined && expectedVersion !== now.version;
    return isKnown || isPast ? { ok: false, refusal: { code: 'stale' }, initiative: now } : undefined;
  }

  function ask(asked: Asked): Answered {
    const { order, operationId, actor, at } = asked;
    const id = idFor(asked);
    const now = initiatives.get(id);
    const answered = answeredBefore(asked, now);
    if (answered) return answered;
    const looksUp = order.type === 'Submit' || order.type === 'Resubmit';
    const content = { ...now?.content, ...('content' in order ? order.content : {}) };
    const text = `${content.title} ${content.problem}`;
    const command: InitiativeCommand = {
      ...order,
      actor,
      at,
      day: calendar.localDate(at),
      ...(looksUp && { similar: similarTo(text, id) }),
      ...(order.type === 'Submit' && { number: 'X' }),
    };
    const trial = decide(command, now, CONTEXT);
    if (!trial.ok) return { ok: false, refusal: trial.refusal, ...(now && { initiative: now }) };
    const events = trial.events.map(
      (event): InitiativeEvent =>
        event.type === 'Submitted' ? { ...event, number: takeNumber(event.content.unit) } : event,
    );
    if (events.length === 0 && now) return { ok: true, initiative: now, replayed: true };
    const next = evolveRow(id, now, events);
    if (!next) throw new Error(`no initiative ${id}`);
    initiatives.set(id, next);
    operations.add(operationId);
    position += 1;
    const own = rows.get(id) ?? [];
    const hash = createHash('sha256').update(JSON.stringify(events)).digest('hex');
    const sequence = own.length + 1;
    rows.set(id, [
      ...own,
      {
        key: `${id}#${sequence}`,
        stream: id,
        sequence,
        position,
        operationId,
        actor,
        at,
        events,
        previousHash: '',
        hash,
      },
    ]);
    for (const listener of listeners) listener(next, position);
    return { ok: true, initiative: next, replayed: false };
  }

  function find(id: string): Initiative | undefined {
    return (
      initiatives.get(id) ?? [...initiatives.values()].find((each) => isSubmitted(each) && each.number === id)
    );
  }

  return {
    ask,
    find,
    similarTo,
    all: () => [...initiatives.values()],
    rowsOf: (id: string) => rows.get(id) ?? [],
    position: () => position,
    onChange: (listener: (initiative: Initiative, position: number) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type FakeStore = ReturnType<typeof createFakeStore>;

const COMMON = ['perso', 'bruka', 'konta', 'varje'];

/** Crude on purpose: the first five letters of long words. */
const stems = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{5,}/gu) ?? [])
      .map((word) => word.slice(0, 5))
      .filter((stem) => !COMMON.includes(stem)),
  );
