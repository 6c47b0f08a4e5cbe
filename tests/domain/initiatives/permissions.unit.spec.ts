import type { OrderType } from '../../../domain/initiatives/commands.ts';
import type { Initiative } from '../../../domain/initiatives/initiative.ts';
import { refusalFor } from '../../../domain/initiatives/permissions.ts';
import { STATES, type StateCode } from '../../../domain/initiatives/states.ts';
import { assignCoach, reportOutcome } from '../../builders/commands.ts';
import { ORDER_TYPES } from '../../builders/everyCommand.ts';
import {
  approved,
  handedOver,
  IN_STATE,
  lightWork,
  smallPurchase,
  submitted,
} from '../../builders/histories.ts';
import { MUNICIPALITY, without } from '../../builders/municipality.ts';
import { EVERYBODY, PEOPLE, type PersonName } from '../../builders/people.ts';
import { CONTEXT, contextWith, moment, TODAY } from '../../builders/rules.ts';
import { carryOut, lived } from '../../builders/scenario.ts';

/**
 * Who may do what, written from the reference model's table of roles and the list of gates, not from the code.
 * People stand for their roles; the proposer is an employee of home care north. `where` narrows a row to states.
 */
type Row = { readonly may: readonly PersonName[]; readonly where?: readonly StateCode[] };

const MANAGERS: PersonName[] = ['manager', 'areaManager'];
const SUPPORT: PersonName[] = ['coach', 'developmentLead', 'head'];
const SPONSORS: PersonName[] = ['director', 'municipalDirector', 'head'];
const LEADERS: PersonName[] = [...SPONSORS, 'councilChair'];
/** In FORWARDED the case waits in the other department, where these lead. */
const THERE: PersonName[] = ['otherDirector', 'municipalDirector', 'head'];

const REVIEW: StateCode[] = ['MANAGER_REVIEW'];
const ACTIVE: StateCode[] = [
  'PREPARATION',
  'ASSESSMENT',
  'COUNCIL',
  'APPROVED',
  'PROCUREMENT',
  'EXECUTION',
  'INTRODUCTION',
  'BENEFIT',
];

/** States that the order is about; elsewhere it is refused for its state, whoever asks. */
const TABLE: Readonly<Partial<Record<OrderType, readonly Row[]>>> = {
  ChangeContent: [
    { may: ['employee'], where: ['DRAFT'] },
    { may: ['employee', 'coach'], where: ['RETURNED'] },
    { may: [...SUPPORT], where: ['PREPARATION', 'ASSESSMENT', 'COUNCIL', 'APPROVED'] },
    { may: [...SUPPORT, 'projectManager'], where: ['PROCUREMENT', 'EXECUTION', 'INTRODUCTION', 'BENEFIT'] },
  ],
  Submit: [{ may: ['employee'], where: ['DRAFT'] }],
  Resubmit: [{ may: ['employee', 'coach'], where: ['RETURNED'] }],
  ApproveAsManager: [
    { may: ['manager'], where: REVIEW },
    { may: ['otherManager'], where: ['FORWARDED'] },
  ],
  Return: [
    { may: ['manager'], where: REVIEW },
    { may: ['otherManager'], where: ['FORWARDED'] },
    { may: ['preparationChair'], where: ['ASSESSMENT'] },
    { may: ['councilChair'], where: ['COUNCIL'] },
  ],
  Reject: [
    { may: ['manager'], where: REVIEW },
    { may: ['otherManager'], where: ['FORWARDED'] },
    { may: ['councilChair'], where: ['COUNCIL'] },
  ],
  Forward: [
    { may: ['manager'], where: REVIEW },
    { may: ['otherManager'], where: ['FORWARDED'] },
  ],
  AssignCoach: [{ may: [...SUPPORT, ...MANAGERS, ...SPONSORS], where: ACTIVE }],
  Classify: [{ may: [...SUPPORT, 'securityOfficer', 'dpo'], where: ACTIVE }],
  SetGoal: [
    { may: [...SUPPORT, ...MANAGERS], where: ['PREPARATION', 'ASSESSMENT', 'COUNCIL', 'APPROVED'] },
    {
      may: [...SUPPORT, ...MANAGERS, 'projectManager'],
      where: ['PROCUREMENT', 'EXECUTION', 'INTRODUCTION', 'BENEFIT'],
    },
  ],
  CompletePreparation: [{ may: ['developmentLead', 'coach'], where: ['PREPARATION'] }],
  Merge: [{ may: ['head'], where: ['PREPARATION'] }],
  Recommend: [{ may: ['preparationChair'], where: ['ASSESSMENT'] }],
  ApproveInCouncil: [{ may: ['councilChair'], where: ['COUNCIL'] }],
  Start: [{ may: SPONSORS, where: ['APPROVED'] }],
  RecordContract: [{ may: ['procurement', ...SPONSORS], where: ['PROCUREMENT'] }],
  GoLive: [{ may: ['objectOwner', 'objectManager'], where: ['EXECUTION'] }],
  HandOver: [{ may: SPONSORS, where: ['INTRODUCTION'] }],
  Close: [{ may: MANAGERS, where: ['BENEFIT'] }],
  Pause: [{ may: LEADERS, where: ACTIVE }],
  Resume: [{ may: LEADERS, where: ['PAUSED'] }],
  Cancel: [
    { may: ['employee'], where: ['DRAFT'] },
    {
      may: LEADERS,
      where: ['MANAGER_REVIEW', 'RETURNED', 'PAUSED', ...ACTIVE.filter((state) => state !== 'BENEFIT')],
    },
    { may: [...THERE, 'councilChair'], where: ['FORWARDED'] },
  ],
  FollowUp: [
    {
      may: ['coach', 'developmentLead', ...MANAGERS],
      where: ['PREPARATION', 'ASSESSMENT', 'COUNCIL', 'APPROVED'],
    },
    {
      may: ['coach', 'developmentLead', ...MANAGERS, 'projectManager'],
      where: ['PROCUREMENT', 'EXECUTION', 'INTRODUCTION', 'BENEFIT'],
    },
  ],
  DecideOnDeviation: [{ may: [...LEADERS, ...MANAGERS], where: ACTIVE }],
  ReportOutcome: [
    {
      may: ['coach', 'developmentLead', ...MANAGERS, 'projectManager', 'controller'],
      where: ['BENEFIT'],
    },
  ],
  LearnLesson: [
    {
      may: ['employee', ...SUPPORT, ...MANAGERS, ...SPONSORS, 'projectManager'],
      where: ['PROCUREMENT', 'EXECUTION', 'INTRODUCTION', 'BENEFIT', 'CLOSED'],
    },
  ],
  Retire: [
    {
      may: [...SUPPORT, ...MANAGERS, 'objectOwner', 'objectManager', 'projectManager'],
      where: ['PROCUREMENT', 'EXECUTION', 'INTRODUCTION', 'BENEFIT'],
    },
  ],
};
const ROWS = { ...TABLE, Measure: TABLE.FollowUp ?? [] };

const initiativeIn = Object.fromEntries(
  STATES.map((state) => [state, carryOut(IN_STATE[state]).initiative]),
) as Readonly<Record<StateCode, Initiative>>;

const allowed = (type: OrderType, initiative: Initiative, context = CONTEXT, day = TODAY): string[] =>
  EVERYBODY.filter(
    (actor) => refusalFor({ type, actor, ...moment(day) }, initiative, context) === undefined,
  ).toSorted();

const named = (people: readonly PersonName[]): string[] =>
  [...new Set(people)].map((name) => PEOPLE[name]).toSorted();

const cases = Object.entries(ROWS).flatMap(([type, rows]) =>
  rows.flatMap(({ may, where = [] }) =>
    where.map((state) => [type as OrderType, state, named(may)] as const),
  ),
);

describe('who may do what', () => {
  it.each(cases)('%s in %s', (type, state, people) => {
    expect(allowed(type, initiativeIn[state])).toEqual(people);
  });

  it('has a row for every order but the one anybody may give', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(
      ORDER_TYPES.filter((type) => type !== 'StartDraft').toSorted(),
    );
  });

  it('lets those who only read, and those who run the tool, do nothing to a case', () => {
    const outsiders: PersonName[] = [
      'colleague',
      'otherEmployee',
      'lawyer',
      'registrar',
      'auditor',
      'toolAdmin',
      'councilMember',
      'preparationMember',
    ];
    for (const [, , people] of cases)
      for (const outsider of outsiders) expect(people).not.toContain(PEOPLE[outsider]);
    for (const state of STATES) {
      for (const type of ORDER_TYPES.filter((order) => order !== 'StartDraft')) {
        const some = allowed(type, initiativeIn[state]);
        for (const outsider of outsiders) expect(some).not.toContain(PEOPLE[outsider]);
      }
    }
  });

  it('answers the proposer with the conflict of interest rather than with a missing role', () => {
    const initiative = lived(submitted());
    for (const type of [
      'ApproveAsManager',
      'Return',
      'Reject',
      'Forward',
      'Recommend',
      'ApproveInCouncil',
    ] as const)
      expect(refusalFor({ type, actor: PEOPLE.employee, ...moment(TODAY) }, initiative, CONTEXT)).toBe(
        'own-proposal',
      );
  });
});

describe('on the light track', () => {
  it('the line hands over: manager, coach or sponsor', () => {
    expect(allowed('HandOver', lived(lightWork()))).toEqual(named([...MANAGERS, 'coach', ...SPONSORS]));
  });
});

describe('a small acquisition in the council', () => {
  it.each(['ApproveInCouncil', 'Return', 'Reject'] as const)(
    'is also for the head of digitalisation by delegation: %s',
    (type) => {
      expect(allowed(type, lived(smallPurchase()))).toEqual(named(['councilChair', 'head']));
    },
  );
});

describe('closing', () => {
  it('is for the head of digitalisation too when the benefits were missed by more than a fifth', () => {
    const missed = lived(handedOver(), reportOutcome({ expected: 100_000, amount: 79_999 }));
    expect(allowed('Close', missed)).toEqual(named([...MANAGERS, 'head']));
    const reached = lived(handedOver(), reportOutcome({ expected: 100_000, amount: 80_000 }));
    expect(allowed('Close', reached)).toEqual(named(MANAGERS));
  });
});

describe('a body whose chair has written the proposal', () => {
  const decidersOf = (
    type: OrderType,
    proposer: string,
    state: 'ASSESSMENT' | 'COUNCIL',
    context = CONTEXT,
  ) => {
    const initiative = { ...initiativeIn[state], proposer };
    return allowed(type, initiative, context);
  };

  it('is led by a member', () => {
    expect(decidersOf('Recommend', PEOPLE.preparationChair, 'ASSESSMENT')).toEqual([
      PEOPLE.preparationMember,
    ]);
    expect(decidersOf('ApproveInCouncil', PEOPLE.councilChair, 'COUNCIL')).toEqual([PEOPLE.councilMember]);
  });

  it('is led by the head of digitalisation when there is no member', () => {
    const alone = contextWith(without(MUNICIPALITY, 'councilMember'));
    expect(decidersOf('ApproveInCouncil', PEOPLE.councilChair, 'COUNCIL', alone)).toEqual([PEOPLE.head]);
  });

  it('decides nothing when nobody is its chair: a vacancy is to be filled', () => {
    const vacant = contextWith(without(MUNICIPALITY, 'councilChair'));
    expect(decidersOf('ApproveInCouncil', PEOPLE.employee, 'COUNCIL', vacant)).toEqual([]);
  });
});

describe('the coach', () => {
  it('is the one the case was given to, also from another unit', () => {
    const given = lived(approved(), assignCoach());
    expect(allowed('FollowUp', given)).toEqual(
      named(['coach', 'otherCoach', 'developmentLead', ...MANAGERS]),
    );
  });

  it("is the coach's substitute during a leave", () => {
    const july = allowed('FollowUp', lived(approved()), CONTEXT, '2026-07-15');
    expect(july).toContain(PEOPLE.substituteCoach);
    expect(july).toContain(PEOPLE.coach);
    expect(allowed('FollowUp', lived(approved()), CONTEXT, '2026-08-01')).not.toContain(
      PEOPLE.substituteCoach,
    );
  });
});

describe('going live where nobody owns the object', () => {
  it('is for the sponsor', () => {
    const unowned = contextWith(without(MUNICIPALITY, 'objectOwner', 'objectManager'));
    expect(allowed('GoLive', initiativeIn.EXECUTION, unowned)).toEqual(named(SPONSORS));
  });
});
