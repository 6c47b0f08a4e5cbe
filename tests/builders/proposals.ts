import { estimateSchema } from '../../domain/benefits/estimate.ts';
import type { DraftContent, ProposalContent } from '../../domain/initiatives/content.ts';

/** A complete proposal on the full track: a system with personal data, nothing bought. */
export const PROPOSAL: ProposalContent = {
  title: 'Digitala lås i hemtjänsten',
  problem: 'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass.',
  solution: 'Lås som öppnas med mobilen.',
  effect: 'Ingen hämtar nycklar.',
  affectedGroups: ['employees', 'serviceUsers'],
  unit: 'norr',
  changeType: 'enhancement',
  category: 'digitalLocks',
  flags: { system: true, personalData: true, automation: false, acquisition: false },
};

/** An improvement in the line that costs little: everything the light track asks for. */
export const SMALL: ProposalContent = {
  ...PROPOSAL,
  title: 'Packlista på plattan',
  changeType: 'improvement',
  flags: { system: false, personalData: false, automation: false, acquisition: false },
  estimate: estimateSchema.parse({
    volumePerYear: 1_000,
    minutesPerItem: 10,
    oneTimeCost: 20_000,
    yearlyCost: 5_000,
  }),
};

/** Something small is bought: the head of digitalisation may decide for the council. */
export const PURCHASE: ProposalContent = {
  ...PROPOSAL,
  title: 'Mätare i förråden',
  changeType: 'acquisition',
  flags: { system: true, personalData: false, automation: false, acquisition: true },
  estimate: estimateSchema.parse({
    volumePerYear: 5_000,
    minutesPerItem: 10,
    oneTimeCost: 200_000,
    yearlyCost: 50_000,
  }),
};

export const proposal = (changes: DraftContent = {}): ProposalContent =>
  ({ ...PROPOSAL, ...changes }) as ProposalContent;
