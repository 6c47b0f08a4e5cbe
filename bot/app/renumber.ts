import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import { renumber } from '../../domain/initiatives/decide/drafting.ts';
import { type Initiative, isSubmitted, type Submitted } from '../../domain/initiatives/initiative.ts';
import { SYSTEM } from '../../domain/organisation/commands.ts';
import type { Casebook } from './casebook.ts';
import { commit, type Judged } from './commit.ts';
import { offerNumber } from './numbers.ts';
import type { EventLog } from './ports/index.ts';

export type RenumberDeps = {
  readonly log: EventLog;
  readonly casebook: Casebook;
  readonly calendar: WorkCalendar;
};

/**
 * A number and what names it are written together, so a key that lets two rows through (0012) shows only afterwards:
 * two cases then have one number. The one that did not take it takes another, at once or with its next command.
 * @returns sees to one initiative. @throws StoreUnavailable
 */
export function createKeepNumbersApart(deps: RenumberDeps) {
  const { casebook, calendar } = deps;

  function wronglyNumbered(initiative: Initiative | undefined): Submitted | undefined {
    if (!initiative || !isSubmitted(initiative)) return undefined;
    const { id, number } = initiative;
    return (casebook.ownerOf(number) ?? id) === id ? undefined : initiative;
  }

  function judge(stream: string, at: string): Judged<never> {
    const wrong = wronglyNumbered(casebook.initiative(stream));
    if (!wrong) return { ok: true, events: [] };
    const asked = { actor: SYSTEM, at, day: calendar.localDate(at) };
    const { number, row } = offerNumber(casebook, { ...asked, initiative: stream, unit: wrong.content.unit });
    const decided = renumber({ actor: SYSTEM, at, number }, wrong);
    return { ok: true, events: decided.ok ? decided.events : [], first: row };
  }

  return async (stream: string, at: string): Promise<void> => {
    const wrong = wronglyNumbered(casebook.initiative(stream));
    if (!wrong) return;
    const operation = { operationId: `${stream}-instead-of-${wrong.number}`, actor: SYSTEM, at };
    await commit<undefined>(deps, stream, operation, () => judge(stream, at), undefined);
  };
}
