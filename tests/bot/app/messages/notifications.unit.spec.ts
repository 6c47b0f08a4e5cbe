import { channelOf, messagesFor } from '../../../../bot/app/messages/notifications.ts';
import type { Delivery } from '../../../../bot/app/ports/index.ts';
import { isSubmitted } from '../../../../domain/initiatives/initiative.ts';
import type { Organisation } from '../../../../domain/organisation/organisation.ts';
import * as does from '../../../builders/commands.ts';
import * as life from '../../../builders/histories.ts';
import { held, MUNICIPALITY, organised, without } from '../../../builders/municipality.ts';
import { PEOPLE } from '../../../builders/people.ts';
import { CONTEXT, contextWith, NOW, TODAY } from '../../../builders/rules.ts';
import { carryOut, type History } from '../../../builders/scenario.ts';

const CHANNEL = '19:vof@thread.tacv2';
const tied = (unit: string, channel = CHANNEL, from: Organisation = MUNICIPALITY): Organisation =>
  organised([{ type: 'LinkChannel', channel, unit, actor: PEOPLE.head, at: NOW, day: TODAY }], from);

/** What the last row of a history says to whom, as `notice → recipient`. */
function told(history: History, organisation: Organisation = MUNICIPALITY, day = TODAY): string[] {
  return deliveries(history, organisation, day).map(
    ({ content, to }) => `${content.notice} → ${to.kind === 'person' ? to.person : to.channel}`,
  );
}

function deliveries(history: History, organisation: Organisation, day = TODAY): Delivery[] {
  const context = contextWith(organisation);
  const { initiative, rows } = carryOut(history, context);
  if (!initiative) throw new Error('nothing has happened');
  const events = rows.at(-1) ?? [];
  const actor = events[0] && 'by' in events[0] ? events[0].by : '';
  const row = { key: `${initiative.id}#000001`, actor, at: `${day}T09:00:00.000Z`, events };
  return messagesFor(row, initiative, day, context);
}

const { manager, areaManager, employee, head, coach, director, substituteManager } = PEOPLE;

describe('a proposal that is sent in', () => {
  it('asks the manager of the unit', () => expect(told(life.submitted())).toEqual([`review → ${manager}`]));

  it('asks the substitute while the manager is away, and says for whom', () => {
    const july = life.submitted({ at: '2026-07-06T09:00:00.000Z' });
    expect(told(july, MUNICIPALITY, '2026-07-06')).toEqual([`review → ${substituteManager}`]);
    expect(deliveries(july, MUNICIPALITY, '2026-07-06')[0]?.content.facts).toEqual({
      substituteFor: manager,
    });
  });

  it('goes one level up when the manager wrote it', () =>
    expect(told(life.submitted({ by: manager }))).toEqual([`review → ${areaManager}`]));

  it('asks all who share the level', () => {
    const shared = {
      ...MUNICIPALITY,
      holders: {
        ...MUNICIPALITY.holders,
        second: { ...held('manager', 'norr', 'second-manager'), id: 'second' },
      },
    };
    expect(told(life.submitted(), shared)).toEqual([`review → ${manager}`, 'review → second-manager']);
  });

  it('goes to the head of digitalisation when nobody leads, unless the head wrote it', () => {
    const leaderless = without(MUNICIPALITY, 'manager', 'director', 'municipalDirector');
    expect(told(life.submitted(), leaderless)).toEqual([`review → ${head}`]);
    expect(told(life.submitted({ by: head }), leaderless)).toEqual([]);
  });

  it('is told of again when it has been completed or forwarded', () => {
    expect(told([life.returned(), does.resubmit()])).toEqual([`review → ${manager}`]);
    expect(told(life.forwarded())).toEqual([`review → ${PEOPLE.otherManager}`, `decision → ${employee}`]);
  });

  it('is nobody’s business while it is a draft', () => {
    expect(told(life.drafted())).toEqual([]);
    expect(told([life.drafted(), does.cancel({ by: employee })])).toEqual([]);
  });
});

describe('a decision', () => {
  it.each([
    ['Returned', life.returned()],
    ['Rejected', life.rejected()],
    ['CouncilApproved', life.decidedInCouncil()],
    ['Merged', life.merged()],
    ['Paused', life.paused()],
    ['Cancelled', life.cancelled()],
    ['Closed', life.closed()],
  ] as const)('%s is told to the proposer', (type, history) => {
    const [message] = deliveries(history, MUNICIPALITY);
    expect(message).toMatchObject({
      to: { kind: 'person', person: employee },
      content: { notice: 'decision', facts: { type } },
    });
  });

  it('is not told to a proposer who made it', () =>
    expect(told([life.approved({ by: director }), does.pause({ by: director })])).toEqual([]));

  it('that approves goes to proposer and coach', () =>
    expect(told(life.approved())).toEqual([`decision → ${employee}`, `coach → ${coach}`]));

  it('that approves where there is no coach goes to the head of digitalisation', () =>
    expect(told(life.approved(), without(MUNICIPALITY, 'coach'))).toEqual([
      `decision → ${employee}`,
      `coach-missing → ${head}`,
    ]));
});

describe('the coach’s card', () => {
  it('goes to the channel tied to the unit, else to the nearest above', () => {
    expect(told(life.approved(), tied('norr'))).toContain(`coach → ${CHANNEL}`);
    expect(told(life.approved(), tied('vof'))).toContain(`coach → ${CHANNEL}`);
    const both = tied('norr', '19:norr@thread.tacv2', tied('vof'));
    expect(channelOf(both, 'norr')).toBe('19:norr@thread.tacv2');
    expect(channelOf(both, 'soder')).toBe(CHANNEL);
    expect(channelOf(both, 'bistand')).toBeUndefined();
  });

  it('goes to the coach in person when the case is protected', () => {
    const history = [
      life.approved(),
      does.classify({ classification: { c: 3, i: 1, a: 1 } }),
      does.assignCoach({ coach: PEOPLE.otherCoach }),
    ];
    expect(told(history, tied('vof'))).toEqual([`coach → ${PEOPLE.otherCoach}`]);
  });
});

describe('the turn', () => {
  it.each([
    ['prepared', life.assessed(), [PEOPLE.preparationChair]],
    ['recommended', life.recommended(), [PEOPLE.councilChair]],
    ['decided in the council', life.decidedInCouncil(), [director]],
    ['started', life.procuring(), [PEOPLE.procurement]],
    ['contracted', life.contracted(), [PEOPLE.objectOwner]],
    ['handed over', life.handedOver(), [manager]],
    ['resumed', [life.paused(life.assessed()), does.resume()], [PEOPLE.preparationChair]],
  ] as const)('goes to the next when it is %s', (_name, history, people) => {
    const turns = told(history).filter((each) => each.startsWith('turn'));
    expect(turns).toEqual(people.map((person) => `turn → ${person}`));
  });

  it('is not told to the one who just acted, nor to the coach, whose card says it', () => {
    expect(
      told(life.wentLive({ by: PEOPLE.objectOwner })).filter((each) => each.includes(PEOPLE.objectOwner)),
    ).toEqual([]);
    expect(told([life.paused(life.approved()), does.resume()])).toEqual([]);
  });
});

describe('red twice in a row', () => {
  const red = [does.reported('red'), does.reported('red', { text: 'Fortfarande.' })];

  it('is told to the director', () =>
    expect(told([life.approved(), ...red])).toEqual([`deviation → ${director}`]));

  it('is told to whoever decides instead where there is no director', () =>
    expect(told([life.approved(), ...red], without(MUNICIPALITY, 'director'))).toEqual([
      `deviation → ${PEOPLE.municipalDirector}`,
    ]));

  it('is not told once', () => expect(told([life.approved(), does.reported('red')])).toEqual([]));
});

describe('keys', () => {
  it('hold row, notice and recipient, so that reading a row again changes nothing', () => {
    const once = deliveries(life.approved(), tied('vof'));
    expect(once).toEqual(deliveries(life.approved(), tied('vof')));
    expect(once.map(({ key }) => key)).toEqual([
      `I-0001#000001/decision/${employee}`,
      `I-0001#000001/coach/${CHANNEL}`,
    ]);
  });

  it('never name a protected case in a channel, whatever happens to it', () => {
    const afterwards: History[] = [
      [does.assignCoach({ coach: PEOPLE.otherCoach })],
      [does.reported('red'), does.reported('red', { text: 'Igen.' })],
      [does.completePreparation()],
      [does.pause()],
      [does.cancel()],
    ];
    for (const history of afterwards) {
      const protectedLife = [
        life.approved(),
        does.classify({ classification: { c: 3, i: 1, a: 1 } }),
        history,
      ];
      const { initiative } = carryOut(protectedLife, CONTEXT);
      expect(initiative && isSubmitted(initiative)).toBe(true);
      expect(deliveries(protectedLife, tied('norr')).filter(({ to }) => to.kind === 'channel')).toEqual([]);
    }
  });
});
