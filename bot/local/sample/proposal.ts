import type { Estimate } from '../../../domain/benefits/estimate.ts';
import type { InitiativeOrder } from '../../../domain/initiatives/commands.ts';
import type { ProposalContent } from '../../../domain/initiatives/content.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import type { Alias } from './people.ts';
import type { LocalMoment } from './script.ts';

export const SAMPLE_KEYS = [
  'P01',
  'P02',
  'P03',
  'P04',
  'P05',
  'P06',
  'P07',
  'P08',
  'P09',
  'P10',
  'P11',
  'P12',
] as const;
export type SampleKey = (typeof SAMPLE_KEYS)[number];

/** What somebody asks for, or how it follows from the case as it is by then. */
export type SampleOrder = InitiativeOrder | ((initiative: Initiative) => InitiativeOrder);

export type Step = readonly [when: LocalMoment, by: Alias, order: SampleOrder];

/** A proposal and the road it has taken. Written and submitted by the proposer; the steps come after. */
export type SampleProposal = {
  readonly key: SampleKey;
  readonly proposer: Alias;
  readonly drafted: LocalMoment;
  readonly submitted: LocalMoment;
  readonly content: ProposalContent & { readonly estimate: Estimate };
  readonly steps: readonly Step[];
};
