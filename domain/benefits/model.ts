import { z } from 'zod';

const setting = (min: number, max: number) =>
  z.number({ error: 'setting-not-a-number' }).min(min, 'setting-too-small').max(max, 'setting-too-large');

const caseFactors = z.strictObject({ benefits: setting(0, 10), costs: setting(0, 10) });

/**
 * Checks the settings of a municipality's benefit model: part of the versioned governance model.
 * Messages are codes, the path names the setting.
 */
export const benefitModelSchema = z.strictObject({
  /** N, whole years after the start (year 0). */
  horizonYears: setting(3, 10).int('setting-not-whole'),
  /** i, share per year; flows fall at the end of the year. */
  discountRate: setting(0, 0.25),
  /** F, month pay → cost including social fees, when hours are counted by month. */
  oncostFactor: setting(1, 3),
  /** h, worked hours per month. */
  monthlyHours: setting(50, 250),
  /** PO, social fees and pension as a share of pay, when hours are counted by year. */
  socialFeeShare: setting(0, 2),
  /** Worked hours per year. */
  annualHours: setting(500, 2500),
  /** kr per hour for own staff whose pay is unknown. */
  defaultHourCost: setting(1, 10_000),
  /** kr per hour for hired help. */
  externalHourCost: setting(1, 10_000),
  /** What happens to benefits and costs in the low and the high case, for lines without factors of their own. */
  cases: z.strictObject({ low: caseFactors, high: caseFactors }),
  /** How far one input at a time is moved in the sensitivity analysis, as a share. */
  sensitivityStep: setting(0.01, 0.9),
  /** Planned adoption under this share is warned about: two ways of working side by side often cost more. */
  lowAdoptionLimit: setting(0, 1),
});

export type BenefitModel = z.infer<typeof benefitModelSchema>;

/**
 * The settings a municipality starts with; money in kr, time in hours and years.
 * Sources: Inera, Metodstöd nyttokalkyl, step 8 (3 %) and Kalkylfaktorer (pay / 142 × 1.54, 1 600–1 800 h a year);
 * SKR, PO-pålägg 2023 (44.53 %, rounded); Sundsvall, Nyttorealisering (450 kr/h when pay is unknown); five years as in
 * E-delegationen's simplified model; 25 % from the study of digital use for Digitaliseringsrådet (2019).
 * `externalHourCost` and `cases` are the product's own assumptions.
 */
export const DEFAULT_BENEFIT_MODEL: BenefitModel = {
  horizonYears: 5,
  discountRate: 0.03,
  oncostFactor: 1.54,
  monthlyHours: 142,
  socialFeeShare: 0.45,
  annualHours: 1600,
  defaultHourCost: 450,
  externalHourCost: 1100,
  cases: { low: { benefits: 0.7, costs: 1.2 }, high: { benefits: 1.15, costs: 0.9 } },
  sensitivityStep: 0.2,
  lowAdoptionLimit: 0.25,
};
