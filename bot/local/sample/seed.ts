import type { WorkCalendar } from '../../../domain/calendar/workCalendar.ts';
import { SYSTEM } from '../../../domain/organisation/commands.ts';
import type { Casebook } from '../../app/casebook.ts';
import type { Handle } from '../../app/handle.ts';
import type { createHandleOrganisation } from '../../app/handleOrganisation.ts';
import { sampleOperation, sampleStream } from './orders.ts';
import { ORGANISATION_STEPS } from './organisation.ts';
import { idOf } from './people.ts';
import type { SampleProposal } from './proposal.ts';
import { PROPOSALS } from './proposals.ts';
import { instantOf, type LocalMoment, moved, shiftTo } from './script.ts';

export type SeedPorts = {
  readonly handle: Handle;
  readonly handleOrganisation: ReturnType<typeof createHandleOrganisation>;
  readonly casebook: Casebook;
  /** Sets the clock that both handles read (ISO 8601 UTC). */
  readonly setNow: (at: string) => void;
};

export type SeedOptions = {
  readonly calendar: WorkCalendar;
  /** Local day the sample ends just before; the same day on every attempt to finish a broken-off seed. */
  readonly today: string;
  /** Without them there are people and units, and an empty portfolio. */
  readonly proposals: boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

/** Something in the sample that the rules do not allow: a fault in the sample or in the rules. */
export class SampleRefused extends Error {
  readonly code = 'sample-refused';
}

type Task = {
  readonly when: LocalMoment;
  readonly run: (at: { shift: number; year: string }) => Promise<void>;
};

/**
 * Fills the store with Ekhamra by the same commands that people use, in order of time. Operation ids are fixed:
 * run again after a crash it completes what is missing, run again after success it adds nothing.
 * @throws SampleRefused naming the command; StoreUnavailable.
 */
export async function seed(ports: SeedPorts, options: SeedOptions): Promise<void> {
  const { calendar, today, proposals, onProgress } = options;
  const shift = shiftTo(today);
  const tasks = [
    ...organisationTasks(ports),
    ...(proposals ? PROPOSALS.flatMap((one) => proposalTasks(one, ports)) : []),
  ];
  const inOrder = tasks.toSorted((a, b) => Number(a.when > b.when) - Number(a.when < b.when));
  let done = 0;
  for (const { when, run } of inOrder) {
    const at = instantOf(when, shift, calendar);
    ports.setNow(at);
    await run({ shift, year: calendar.localDate(at).slice(0, 4) });
    done += 1;
    onProgress?.(done, inOrder.length);
  }
}

const organisationTasks = ({ handleOrganisation }: SeedPorts): Task[] =>
  ORGANISATION_STEPS.map(({ key, when, by, order }) => ({
    when,
    run: async ({ shift, year }) => {
      const actor = by === 'system' ? SYSTEM : idOf(by);
      const outcome = await handleOrganisation(moved(order, shift, year), `sample-${key}`, actor);
      if (!outcome.ok) throw new SampleRefused(`${key} (${order.type}) was refused: ${outcome.refusal}`);
    },
  }));

function proposalTasks(
  { key, proposer, drafted, submitted, content, steps }: SampleProposal,
  ports: SeedPorts,
): Task[] {
  const stream = sampleStream(key);
  const script = [
    [drafted, proposer, { type: 'StartDraft', content }],
    [submitted, proposer, { type: 'Submit' }],
    ...steps,
  ] as const satisfies SampleProposal['steps'];
  return script.map(([when, by, order], index) => ({
    when,
    run: async ({ shift, year }) => {
      const operationId = index === 0 ? sampleOperation(key) : `${sampleOperation(key)}-${index}`;
      if (ports.casebook.operation(stream, operationId)) return;
      const before = ports.casebook.initiative(stream);
      const asked = typeof order === 'function' ? before && order(before) : order;
      if (!asked) throw new SampleRefused(`${key}: step ${index} comes before the draft`);
      const request = { order: moved(asked, shift, year), operationId, actor: idOf(by) };
      const outcome = await ports.handle(index === 0 ? request : { ...request, initiative: stream });
      if (outcome.ok) return;
      const { code, about = [] } = outcome.refusal;
      throw new SampleRefused(
        `${key}: ${asked.type} by ${by} on ${when} was refused: ${[code, ...about].join(' ')}`,
      );
    },
  }));
}
