import { type Estimate, estimateSchema } from '../../../domain/benefits/estimate.ts';
import {
  CHANGE_TYPES,
  type ChangeType,
  type ContentChange,
  type DraftContent,
  FLAGS,
  type Flag,
  LIMITS,
  suggestTitle,
} from '../../../domain/initiatives/content.ts';
import { readNumber, writeNumber } from '../elements/numbers.ts';

/** The figures of the short estimate as they are typed; shares in per cent. */
export const ESTIMATE_FIELDS = [
  'volumePerYear',
  'minutesPerItem',
  'hourCost',
  'shareInMoney',
  'otherFinancialPerYear',
  'oneTimeCost',
  'yearlyCost',
  'adoption1',
  'adoption2',
  'adoption3',
] as const;
export type EstimateField = (typeof ESTIMATE_FIELDS)[number];
export type EstimateForm = Readonly<Record<EstimateField, string>>;

/** A proposal while it is written. Kept as text, so that half a number survives a reload. */
export type ProposalForm = {
  readonly problem: string;
  readonly title: string;
  readonly solution: string;
  readonly effect: string;
  readonly affectedGroups: readonly string[];
  readonly unit: string;
  readonly changeType: ChangeType | '';
  readonly category: string;
  /** Undefined until answered; none of them is an answer too. */
  readonly flags: readonly Flag[] | null;
  readonly severalUnits: boolean;
  readonly estimate: EstimateForm | null;
};

/** Refusal code by field. */
export type FormErrors = Readonly<Partial<Record<keyof ProposalForm | EstimateField, string>>>;

export const EMPTY_ESTIMATE: EstimateForm = Object.fromEntries(
  ESTIMATE_FIELDS.map((field) => [field, '']),
) as EstimateForm;

export const emptyForm = (unit: string): ProposalForm => ({
  problem: '',
  title: '',
  solution: '',
  effect: '',
  affectedGroups: [],
  unit,
  changeType: '',
  category: '',
  flags: null,
  severalUnits: false,
  estimate: null,
});

/** What is stored, as it is typed. */
export const formOf = (content: DraftContent): ProposalForm => ({
  problem: content.problem ?? '',
  title: content.title ?? '',
  solution: content.solution ?? '',
  effect: content.effect ?? '',
  affectedGroups: content.affectedGroups ?? [],
  unit: content.unit ?? '',
  changeType: content.changeType ?? '',
  category: content.category ?? '',
  flags: content.flags ? FLAGS.filter((flag) => content.flags?.[flag]) : null,
  severalUnits: content.severalUnits ?? false,
  estimate: content.estimate ? estimateFormOf(content.estimate) : null,
});

/** What is typed, as it is stored. Texts that were emptied are sent as empty, so that they are emptied there too. */
export function contentOf(form: ProposalForm): {
  readonly content: DraftContent;
  readonly errors: FormErrors;
} {
  const { estimate, errors } = readEstimate(form.estimate);
  const content: DraftContent = {
    title: form.title.trim() || suggestTitle(form.problem),
    problem: form.problem.trim(),
    solution: form.solution.trim(),
    effect: form.effect.trim(),
    affectedGroups: [...form.affectedGroups],
    ...(form.unit && { unit: form.unit }),
    ...(form.changeType && { changeType: form.changeType }),
    ...(form.category && { category: form.category }),
    ...(form.flags && {
      flags: Object.fromEntries(FLAGS.map((flag) => [flag, form.flags?.includes(flag)])) as Record<
        Flag,
        boolean
      >,
    }),
    severalUnits: form.severalUnits,
    ...(estimate && { estimate }),
  };
  const tooLong = (['title', 'problem', 'solution', 'effect'] as const).filter(
    (name) => (content[name]?.length ?? 0) > LIMITS[name],
  );
  return { content, errors: { ...errors, ...Object.fromEntries(tooLong.map((name) => [name, 'too-long'])) } };
}

/** What changes a stored proposal into this one: an estimate that is no longer there is taken away. */
export const changeTo = (content: DraftContent): ContentChange => ({
  ...content,
  estimate: content.estimate ?? null,
});

/** An estimate that has been opened but left empty is none; one that is half filled in says what is missing. */
export function readEstimate(form: EstimateForm | null): {
  readonly estimate?: Estimate;
  readonly errors: FormErrors;
} {
  if (!form || ESTIMATE_FIELDS.every((field) => form[field].trim() === '')) return { errors: {} };
  const number = (field: EstimateField) => readNumber(form[field]);
  const share = (field: EstimateField) => {
    const value = number(field);
    return value === undefined ? undefined : value / 100;
  };
  const years = [share('adoption1'), share('adoption2'), share('adoption3')];
  const last = years.findLastIndex((year) => year !== undefined);
  const read = estimateSchema.safeParse({
    volumePerYear: number('volumePerYear'),
    minutesPerItem: number('minutesPerItem'),
    hourCost: number('hourCost'),
    shareInMoney: share('shareInMoney'),
    otherFinancialPerYear: number('otherFinancialPerYear'),
    oneTimeCost: number('oneTimeCost'),
    yearlyCost: number('yearlyCost'),
    adoption: last < 0 ? undefined : years.slice(0, last + 1),
  });
  if (read.success) return { estimate: read.data, errors: {} };
  const errors = Object.fromEntries(
    read.error.issues.map(({ path, message }) => [
      path[0] === 'adoption' ? `adoption${Number(path[1] ?? 0) + 1}` : String(path[0]),
      message,
    ]),
  );
  return { errors };
}

const percent = (share: number): string => writeNumber(Number((share * 100).toPrecision(12)));

function estimateFormOf(estimate: Estimate): EstimateForm {
  const [first, second, third] = estimate.adoption;
  return {
    volumePerYear: writeNumber(estimate.volumePerYear),
    minutesPerItem: writeNumber(estimate.minutesPerItem),
    hourCost: writeNumber(estimate.hourCost),
    shareInMoney: percent(estimate.shareInMoney),
    otherFinancialPerYear: writeNumber(estimate.otherFinancialPerYear),
    oneTimeCost: writeNumber(estimate.oneTimeCost),
    yearlyCost: writeNumber(estimate.yearlyCost),
    adoption1: first === undefined ? '' : percent(first),
    adoption2: second === undefined ? '' : percent(second),
    adoption3: third === undefined ? '' : percent(third),
  };
}

/** Reads a form back from the browser's store; anything odd counts as nothing. */
export function readForm(json: string | null): ProposalForm | undefined {
  if (!json) return undefined;
  try {
    const read = { ...emptyForm(''), ...(JSON.parse(json) as Partial<ProposalForm>) };
    const sound =
      typeof read.problem === 'string' &&
      Array.isArray(read.affectedGroups) &&
      ['', ...CHANGE_TYPES].includes(read.changeType);
    return sound
      ? { ...read, estimate: read.estimate && { ...EMPTY_ESTIMATE, ...read.estimate } }
      : undefined;
  } catch {
    return undefined;
  }
}
