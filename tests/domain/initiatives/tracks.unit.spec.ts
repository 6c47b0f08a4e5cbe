import type { Estimate } from '../../../domain/benefits/estimate.ts';
import { CHANGE_TYPES } from '../../../domain/initiatives/content.ts';
import { lightBreaches, trackOf } from '../../../domain/initiatives/tracks.ts';
import { DEFAULT_MODEL } from '../../../domain/model/governanceModel.ts';
import { PROPOSAL, PURCHASE, SMALL } from '../../builders/proposals.ts';

const costing = (oneTimeCost: number, yearlyCost: number): { estimate: Estimate } => ({
  estimate: { ...(SMALL.estimate as Estimate), oneTimeCost, yearlyCost },
});
const breaches = (changes: object) => lightBreaches({ ...SMALL, ...changes }, DEFAULT_MODEL);
const track = (changes: object) => trackOf({ ...SMALL, ...changes }, DEFAULT_MODEL);
const flag = (name: string) => ({ flags: { ...SMALL.flags, [name]: true } });

describe('the light track', () => {
  it('is for a small improvement in the line', () => {
    expect(breaches({})).toEqual([]);
    expect(track({})).toBe('light');
  });
  it.each([
    ['something is acquired', { changeType: 'acquisition' }, 'acquires-or-replaces'],
    ['something is replaced', { changeType: 'replacement' }, 'acquires-or-replaces'],
    ['something is bought', flag('acquisition'), 'acquires-or-replaces'],
    ['there is new personal data', flag('personalData'), 'new-personal-data'],
    ['something is automated', flag('automation'), 'automates-decisions'],
    ['several units are affected', { severalUnits: true }, 'several-units'],
    ['the first year costs the limit', costing(40_000, 10_000), 'cost-above-limit'],
    ['nobody has estimated it', { estimate: undefined }, 'no-estimate'],
  ])('is closed when %s', (_why, changes, breach) => {
    expect(breaches(changes)).toEqual([breach]);
    expect(track(changes)).not.toBe('light');
  });
  it('is open up to the limit and for a system that is there already', () => {
    expect(breaches(costing(40_000, 9_999))).toEqual([]);
    expect(breaches(flag('system'))).toEqual([]);
    expect(breaches({ changeType: 'enhancement' })).toEqual([]);
  });
  it('names every breach', () => {
    expect(lightBreaches({ ...PROPOSAL, severalUnits: true }, DEFAULT_MODEL)).toEqual([
      'new-personal-data',
      'several-units',
      'no-estimate',
    ]);
  });
  it('follows the municipality’s own limit', () => {
    expect(trackOf({ ...SMALL, ...costing(90_000, 0) }, { ...DEFAULT_MODEL, lightTrackLimit: 100_000 })).toBe(
      'light',
    );
  });
});

describe('the other tracks', () => {
  const buying = (oneTime: number, yearly: number) =>
    trackOf({ ...PURCHASE, ...costing(oneTime, yearly) }, DEFAULT_MODEL);

  it('are small acquisitions below the limit for direct award', () => {
    expect(buying(600_000, 99_999)).toBe('acquisition');
    expect(buying(600_000, 100_000)).toBe('full');
    // Renting is buying too: nothing at once and much every year.
    expect(buying(0, 700_000)).toBe('full');
  });
  it('are the full one when nobody knows what the acquisition costs', () => {
    expect(trackOf({ ...PURCHASE, estimate: undefined }, DEFAULT_MODEL)).toBe('full');
  });
  it('are innovation whatever it costs', () => {
    expect(track({ changeType: 'innovation' })).toBe('innovation');
    expect(track({ changeType: 'innovation', ...costing(900_000, 0) })).toBe('innovation');
  });
  it('are decided for every type of change', () => {
    expect(CHANGE_TYPES.map((changeType) => trackOf({ ...PROPOSAL, changeType }, DEFAULT_MODEL))).toEqual([
      'full',
      'full',
      'full',
      'full',
      'innovation',
    ]);
  });
});
