import type { WorkCalendar } from '../../domain/calendar/workCalendar.ts';
import type { Context } from '../../domain/initiatives/decision.ts';
import type { GovernanceModel } from '../../domain/model/governanceModel.ts';
import type { SimilarityOptions } from '../../domain/similarity/similarityIndex.ts';
import type { Casebook } from './casebook.ts';
import { type CompleteImport, createCompleteImport } from './completeImport.ts';
import { createHandle, type Handle } from './handle.ts';
import { createHandleOrganisation } from './handleOrganisation.ts';
import { createNames, type Names } from './names.ts';
import type { Clock, Directory, EventLog } from './ports/index.ts';
import { createChooseLanguage } from './preferences.ts';
import { createSimilarCases, type SimilarCases } from './similarCases.ts';
import { type KeptCasebook, openCasebook, type SnapshotUse } from './snapshot.ts';
import type { ViewSources } from './views/initiativeView.ts';

/** What every door to the house (bot, tab, reminders, sample data) goes through. */
export type House = {
  readonly casebook: Casebook;
  readonly handle: Handle;
  readonly completeImport: CompleteImport;
  readonly handleOrganisation: ReturnType<typeof createHandleOrganisation>;
  readonly chooseLanguage: ReturnType<typeof createChooseLanguage>;
  readonly similar: SimilarCases;
  readonly context: () => Context;
  readonly sources: () => ViewSources;
  readonly names: Names;
  readonly keepSnapshot: KeptCasebook['keepSnapshot'];
};

export type HouseDeps = {
  readonly log: EventLog;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly model: GovernanceModel;
  readonly similarity: SimilarityOptions;
} & SnapshotUse;

/** Opens the casebook and wires the one `handle` that all commands take. */
export async function openHouse({
  log,
  directory,
  clock,
  calendar,
  model,
  similarity,
  ...snapshotUse
}: HouseDeps): Promise<House> {
  const { casebook, keepSnapshot } = await openCasebook(log, snapshotUse);
  const context = (): Context => ({ organisation: casebook.organisation(), model, calendar });
  const similar = createSimilarCases(casebook, { ...similarity, limit: model.similarLimit }, clock);
  const names = createNames(directory, casebook);
  const handle = createHandle({
    log,
    casebook,
    clock,
    calendar,
    model,
    similarTo: ({ id, content }, among) => similar.similarTo(content, among, id),
  });
  return {
    casebook,
    handle,
    completeImport: createCompleteImport({ log, casebook, clock, calendar }),
    handleOrganisation: createHandleOrganisation({ log, casebook, clock, calendar }),
    chooseLanguage: createChooseLanguage({ log, casebook, clock }),
    similar,
    context,
    sources: () => ({
      context: context(),
      nameOf: names.nameOf,
      initiative: (id) => casebook.initiative(id),
    }),
    names,
    keepSnapshot,
  };
}
