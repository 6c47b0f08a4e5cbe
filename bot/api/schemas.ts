import { z } from 'zod';
import {
  commandSchema,
  deviationChoiceSchema,
  goalSchema,
  lessonSchema,
  managerEvidenceSchema,
  measurementSchema,
  recommendationSchema,
  similarAnswerSchema,
} from '../../domain/initiatives/commands.ts';
import { contentSchema, LIMITS } from '../../domain/initiatives/content.ts';
import { FOLLOW_UP_KINDS, STATUSES } from '../../domain/initiatives/followUps.ts';
import { STATES } from '../../domain/initiatives/states.ts';
import { TRACKS } from '../../domain/initiatives/tracks.ts';
import { ROLES } from '../../domain/organisation/organisation.ts';
import { ACTIONS } from '../../domain/portfolio/nextAction.ts';
import type { PortfolioRow } from '../../domain/portfolio/row.ts';
import type {
  DocumentsView,
  InitiativeView,
  MeView,
  OrganisationView,
  SimilarView,
  TodoView,
} from '../../domain/portfolio/views.ts';

/** What travels over the API; the types are `domain/portfolio/views.ts`, and these are checked against them. */

const person = z.object({ id: z.string(), name: z.string() });
const day = z.string().describe('Local day, YYYY-MM-DD');
const time = z.string().describe('ISO 8601 UTC');
const state = z.enum(STATES);

const next = z.object({
  action: z.enum(ACTIONS),
  owners: z.array(person),
  role: z.enum([...ROLES, 'proposer']).nullable(),
  deadline: day.nullable(),
});

export const similarView: z.ZodType<SimilarView> = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  state,
  unit: z.string(),
  score: z.number(),
  words: z.array(z.string()),
  lessons: z.array(lessonSchema),
});

const decision = z.object({
  type: z.string(),
  by: person,
  at: time,
  from: state,
  to: state,
  reason: z.string().nullable(),
  details: z
    .object({
      recommendation: recommendationSchema.optional(),
      conditions: z.string().optional(),
      registryNumber: z.string().optional(),
      costSoFar: z.number().optional().describe('kr spent when the work was cancelled'),
      choice: deviationChoiceSchema.optional(),
      fundingIdea: managerEvidenceSchema.shape.fundingIdea.optional(),
      preparationHours: z.number().optional(),
      similar: z
        .array(similarAnswerSchema.omit({ id: true }).extend({ number: z.string() }))
        .optional()
        .describe('What is to be done about similar cases'),
    })
    .nullable()
    .describe('What was decided besides the reason'),
});

const followUp = z.object({
  by: person,
  at: time,
  status: z.enum(STATUSES),
  text: z.string(),
  measurement: measurementSchema.nullable(),
});

const history = z.object({
  sequence: z.number(),
  at: time,
  by: person,
  types: z.array(z.string()),
  hash: z.string(),
});

export const initiativeViewSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  version: z.number(),
  state,
  track: z.enum(TRACKS).nullable(),
  protected: z.boolean(),
  detailsHidden: z.boolean(),
  figuresHidden: z
    .boolean()
    .describe('Amounts and reasons are left out: a purchase before it has been awarded'),
  content: contentSchema,
  department: z.string().nullable(),
  proposer: person,
  coach: person.nullable(),
  projectManager: person.nullable(),
  submittedAt: time.nullable(),
  since: time.nullable(),
  returnedReason: z.string().nullable(),
  pausedUntil: day.nullable(),
  mergedInto: z.string().nullable(),
  classification: z.object({ c: z.number(), i: z.number(), a: z.number() }).nullable(),
  similar: z.array(similarView),
  next,
  may: z.array(z.enum(commandSchema.options.map((option) => option.shape.type.value))),
  schedule: z.array(z.object({ id: z.string(), kind: z.enum(FOLLOW_UP_KINDS), due: day })),
  overdueDays: z.number(),
  followUps: z.array(followUp),
  deviationSince: time.nullable(),
  goals: z.array(goalSchema),
  measurements: z.array(measurementSchema),
  decisions: z.array(decision),
  lessons: z.array(lessonSchema),
  outcomes: z.array(
    z.object({ year: z.number(), amount: z.number(), expected: z.number(), source: z.string() }),
  ),
  retired: z.array(z.object({ what: z.string(), day })),
  history: z.array(history),
}) satisfies z.ZodType<InitiativeView>;

export const documentsView = z.object({
  library: z.boolean().describe('False where the municipality has no document library'),
  folder: z.string().nullable().describe('Address of the folder; null until it has been made'),
  closed: z.boolean().describe('Only those who work with protected cases can open the folder'),
  files: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      changedAt: time.nullable(),
      changedBy: z.string().nullable(),
      bytes: z.number(),
    }),
  ),
}) satisfies z.ZodType<DocumentsView>;

export const todoView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  state,
  next,
  mine: z.boolean(),
  overdue: z.boolean(),
}) satisfies z.ZodType<TodoView>;

export const language = z.enum(['sv', 'en']);

export const meView = z.object({
  person: person.extend({ title: z.string().nullable(), unit: z.string().nullable() }),
  language,
  roles: z.array(z.object({ role: z.enum(ROLES), unit: z.string(), asSubstitute: z.boolean() })),
  personas: z.array(person.extend({ title: z.string().nullable() })).optional(),
}) satisfies z.ZodType<MeView>;

const unit = z.object({
  id: z.string(),
  kind: z.enum(['municipality', 'department', 'area', 'unit']),
  name: z.string(),
  alsoCalled: z.array(z.string()).optional(),
  parent: z.string().optional(),
  prefix: z.string().optional(),
  committee: z.object({ name: z.string(), prefix: z.string() }).optional(),
});

export const organisationView = z.object({
  units: z.array(unit),
  holders: z.array(
    z.object({ role: z.enum(ROLES), unit: z.string(), person, acting: person, share: z.number().nullable() }),
  ),
  vacancies: z.array(
    z.object({
      role: z.enum(ROLES),
      unit: z.string(),
      target: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  channels: z.array(
    z.object({
      channel: z.string(),
      unit: z.string(),
      name: z.string().optional(),
      linkedBy: z.string(),
      at: time,
    }),
  ),
}) satisfies z.ZodType<OrganisationView>;

const rowShape = {
  id: z.string(),
  number: z.string(),
  version: z.number(),
  title: z.string(),
  department: z.string(),
  unit: z.string(),
  state,
  track: z.enum(TRACKS).nullable(),
  category: z.string(),
  changeType: z.string(),
  protected: z.boolean(),
  status: z.enum(STATUSES).nullable(),
  submittedAt: time.nullable(),
  since: time.nullable(),
  changedAt: time.nullable(),
  deadline: day.nullable(),
  nextFollowUp: day.nullable(),
  overdueDays: z.number(),
  coach: z.string().nullable(),
  valuePerYear: z.number().nullable().describe('kr'),
  oneTimeCost: z.number().nullable().describe('kr'),
  yearlyCost: z.number().nullable().describe('kr'),
  npv: z.number().nullable().describe('kr'),
  paybackYears: z.number().nullable(),
  similar: z.number(),
} satisfies { readonly [Name in keyof PortfolioRow]: z.ZodType<PortfolioRow[Name]> };

export const portfolioRow = z.object(rowShape);

type ColumnShape = { readonly [Name in keyof typeof rowShape]: z.ZodArray<(typeof rowShape)[Name]> };

export const portfolioColumns = z.object({
  position: z.number().describe('Log position the rows were made at'),
  columns: z
    .object(
      Object.fromEntries(
        Object.entries(rowShape).map(([name, cell]) => [name, z.array(cell)]),
      ) as unknown as ColumnShape,
    )
    .describe('One array per column, all of the same length'),
});

/** Streams and case numbers; departments have å, ä and ö in their prefixes. */
const id = z.string().regex(/^[A-Za-z0-9ÅÄÖåäö-]{1,80}$/, { error: 'bad-id' });
/** Becomes part of a stream's name, which is plain ASCII. */
const operation = z.string().regex(/^[A-Za-z0-9-]{1,80}$/, { error: 'bad-id' });

export const commandBody = z.object({
  operationId: operation.describe('Made with the form; the same operation twice has one effect'),
  initiative: id
    .optional()
    .describe('Stream id or case number; left out to start a draft, or to send in what was never saved'),
  expectedVersion: z.number().int().min(0).optional().describe('409 when the initiative has moved on'),
  order: commandSchema,
});

export const similarBody = z.object({
  title: z.string().max(LIMITS.title, { error: 'too-long' }).optional(),
  problem: z.string().max(LIMITS.problem, { error: 'too-long' }).optional(),
  solution: z.string().max(LIMITS.solution, { error: 'too-long' }).optional(),
  exclude: id.optional(),
});

/** Keys of messages are longer than other ids; a hundred of them fit in a row of every store. */
const LONGEST_KEY = 400;
const MOST_AT_ONCE = 100;

export const putAwayBody = z.object({
  operationId: operation,
  messages: z
    .array(z.object({ key: z.string().min(1).max(LONGEST_KEY), at: z.iso.datetime() }))
    .min(1)
    .max(MOST_AT_ONCE)
    .describe('As they were listed'),
});

export const languageBody = z.object({ language, operationId: operation.optional() });
