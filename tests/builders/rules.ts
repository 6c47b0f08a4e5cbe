import type { Context } from '../../domain/initiatives/decision.ts';
import { DEFAULT_MODEL } from '../../domain/model/governanceModel.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { weekdayCalendar } from '../domain/calendar/weekdayCalendar.ts';
import { MUNICIPALITY } from './municipality.ts';

/** Monday morning; what happens in a spec happens now unless it says otherwise. */
export const NOW = '2026-03-02T09:00:00.000Z';
export const TODAY = '2026-03-02';

/** Nine in the morning of a day. */
export const on = (day: string): string => `${day}T09:00:00.000Z`;
export const moment = (day: string) => ({ at: on(day), day });

/** What the rules look at: the test municipality, the default model, weekdays without holidays, local time = UTC. */
export const CONTEXT: Context = {
  organisation: MUNICIPALITY,
  model: DEFAULT_MODEL,
  calendar: weekdayCalendar(),
};

export const contextWith = (organisation: Organisation): Context => ({ ...CONTEXT, organisation });
