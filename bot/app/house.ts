import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { SimilarityOptions } from '../../domain/similarity/similarityIndex.ts';
import { type Casebook, createCasebook } from './casebook.ts';
import { createHandle, type Handle } from './handle.ts';
import { createHandleOrganisation } from './handleOrganisation.ts';
import type { Clock, Directory, EventLog } from './ports/index.ts';
import { createChooseLanguage } from './preferences.ts';
import { createSimilarCases, type SimilarCases } from './similarCases.ts';
import type { ViewSources } from './views/initiativeView.ts';

/** What every door to the house (bot, tab, reminders, sample data) goes through. */
export type House = {
  readonly casebook: Casebook;
  readonly handle: Handle;
  readonly handleOrganisation: ReturnType<typeof createHandleOrganisation>;
  readonly chooseLanguage: ReturnType<typeof createChooseLanguage>;
  readonly similar: SimilarCases;
  readonly context: () => Context;
  readonly sources: () => ViewSources;
};

export type HouseDeps = {
  readonly log: EventLog;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly model: GovernanceModel;
  readonly similarity: SimilarityOptions;
};

/** Folds the log and wires the one `handle` that all commands take. */
export async function openHouse({
  log,
  directory,
  clock,
  calendar,
  model,
  similarity,
}: HouseDeps): Promise<House> {
  const casebook = createCasebook(log);
  await casebook.catchUp();
  const context = (): Context => ({ organisation: casebook.organisation(), model, calendar });
  const similar = createSimilarCases(casebook, { ...similarity, limit: model.similarLimit }, clock);
  const handle = createHandle({
    log,
    casebook,
    clock,
    calendar,
    model,
    similarTo: ({ id, content }) => similar.similarTo(content, id),
  });
  return {
    casebook,
    handle,
    handleOrganisation: createHandleOrganisation({ log, casebook, clock, calendar }),
    chooseLanguage: createChooseLanguage({ log, casebook, clock }),
    similar,
    context,
    sources: () => ({
      context: context(),
      nameOf: (person) => directory.nameOf(person) ?? person,
      initiative: (id) => casebook.initiative(id),
    }),
  };
}
