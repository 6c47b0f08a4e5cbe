import type { GovernanceModel } from '../model/governanceModel.ts';
import type { ProposalContent } from './content.ts';

export const TRACKS = ['light', 'full', 'acquisition', 'innovation'] as const;
export type Track = (typeof TRACKS)[number];

/** Why a proposal cannot go the light way; text keys. */
export type LightBreach =
  | 'acquires-or-replaces'
  | 'new-personal-data'
  | 'several-units'
  | 'cost-above-limit'
  | 'automates-decisions'
  | 'no-estimate';

/** Is something to be bought, new or instead of something old? */
export const acquires = ({ changeType, flags }: Pick<ProposalContent, 'changeType' | 'flags'>): boolean =>
  changeType === 'acquisition' || changeType === 'replacement' || flags.acquisition;

/**
 * The light track is for improvements in the line: nothing is acquired or replaced, no new personal data, one
 * unit, and a first year that costs less than the limit (one-time plus yearly cost, internal hours included).
 */
export function lightBreaches(content: ProposalContent, model: GovernanceModel): LightBreach[] {
  const breaches: LightBreach[] = [];
  if (acquires(content)) breaches.push('acquires-or-replaces');
  if (content.flags.personalData) breaches.push('new-personal-data');
  if (content.flags.automation) breaches.push('automates-decisions');
  if (content.severalUnits) breaches.push('several-units');
  const cost = firstYearCost(content);
  if (cost === undefined) breaches.push('no-estimate');
  else if (cost >= model.lightTrackLimit) breaches.push('cost-above-limit');
  return breaches;
}

/** kr: one-time cost and a year's cost, internal hours included; undefined without an estimate. */
const firstYearCost = ({ estimate }: ProposalContent): number | undefined =>
  estimate && estimate.oneTimeCost + estimate.yearlyCost;

/**
 * The track follows from what the proposal says; nobody picks it. A small acquisition is one whose first year already
 * stays below the limit for direct award; its value over the contract's years is known first at G3.
 */
export function trackOf(content: ProposalContent, model: GovernanceModel): Track {
  if (content.changeType === 'innovation') return 'innovation';
  if (lightBreaches(content, model).length === 0) return 'light';
  const cost = firstYearCost(content);
  return acquires(content) && cost !== undefined && cost < model.directAwardLimit ? 'acquisition' : 'full';
}
