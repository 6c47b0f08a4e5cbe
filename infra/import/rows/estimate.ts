import type { ImportOrder } from '../../../domain/initiatives/importing.ts';

type Estimate = NonNullable<ImportOrder['content']['estimate']>;

export type Figures = {
  readonly volume?: number | undefined;
  readonly minutes?: number | undefined;
  readonly hours?: number | undefined;
  readonly moneyPerYear?: number | undefined;
  readonly oneTimeCost?: number | undefined;
  readonly yearlyCost?: number | undefined;
};

const MINUTES_IN_AN_HOUR = 60;

/**
 * The short calculation out of the file's figures; none when it holds none. Hours a year are as many times 60 minutes,
 * used when times and minutes are not both there. Nothing is guessed: what is missing is worth nothing.
 */
export function estimateOf(figures: Figures): Estimate | undefined {
  const { moneyPerYear, oneTimeCost, yearlyCost } = figures;
  if (Object.values(figures).every((figure) => figure === undefined)) return undefined;
  return {
    ...timesAYear(figures),
    shareInMoney: 0,
    otherFinancialPerYear: moneyPerYear ?? 0,
    oneTimeCost: oneTimeCost ?? 0,
    yearlyCost: yearlyCost ?? 0,
    adoption: [1],
  };
}

function timesAYear({ volume, minutes, hours }: Figures): Pick<Estimate, 'volumePerYear' | 'minutesPerItem'> {
  if (hours !== undefined && (volume === undefined || minutes === undefined))
    return { volumePerYear: hours, minutesPerItem: MINUTES_IN_AN_HOUR };
  return { volumePerYear: volume ?? 0, minutesPerItem: minutes ?? 0 };
}
