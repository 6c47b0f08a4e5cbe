import {
  decideOrganisation,
  type OrganisationCommand,
  SYSTEM,
} from '../../../domain/organisation/commands.ts';
import { evolveOrganisation } from '../../../domain/organisation/evolve.ts';
import { actsFor, comingSubstitutes } from '../../../domain/organisation/lookup.ts';
import { isAnonymous, isPutAway, type Organisation } from '../../../domain/organisation/organisation.ts';
import { held, MUNICIPALITY, organised, without } from '../../builders/municipality.ts';
import { EVERYBODY, PEOPLE, type PersonName } from '../../builders/people.ts';
import { NOW, TODAY } from '../../builders/rules.ts';

type Order<Type extends OrganisationCommand['type']> = Omit<
  Extract<OrganisationCommand, { type: Type }>,
  'actor' | 'at' | 'day' | 'type'
>;
const asked = <Type extends OrganisationCommand['type']>(
  type: Type,
  order: Order<Type>,
  actor: string,
  day = TODAY,
) => ({ type, ...order, actor, at: NOW, day }) as unknown as OrganisationCommand;

const decided = (command: OrganisationCommand, organisation: Organisation = MUNICIPALITY) =>
  decideOrganisation(command, organisation);
const changed = (command: OrganisationCommand, organisation: Organisation = MUNICIPALITY): Organisation =>
  organised([command], organisation);
const refused = (refusal: string) => ({ ok: false, refusal });
const QUIET = { ok: true, events: [] };

/** Everybody who may give an order. */
const allowed = (command: (actor: string) => OrganisationCommand, organisation = MUNICIPALITY): string[] =>
  [SYSTEM, ...EVERYBODY].filter((actor) => decided(command(actor), organisation).ok).toSorted();
const named = (...people: readonly PersonName[]): string[] => people.map((name) => PEOPLE[name]);

const unit = { id: 'natt', kind: 'unit', name: 'Nattpatrullen', parent: 'hemtjanst' } as const;
const holder = held('coach', 'soder', PEOPLE.colleague);

describe('keeping units, roles and vacancies', () => {
  const MANAGER_ID = `manager/norr/${PEOPLE.manager}`;
  it.each([
    ['PlaceUnit', (actor: string) => asked('PlaceUnit', { unit }, actor)],
    ['AppointRoleHolder', (actor: string) => asked('AppointRoleHolder', { holder }, actor)],
    ['EndRoleHolder', (actor: string) => asked('EndRoleHolder', { holder: MANAGER_ID, to: TODAY }, actor)],
    [
      'NoteVacancy',
      (actor: string) => asked('NoteVacancy', { vacancy: { role: 'coach', unit: 'soder' } }, actor),
    ],
  ])('is for the tool administrator and provisioning: %s', (_type, command) => {
    expect(allowed(command)).toEqual([SYSTEM, PEOPLE.toolAdmin].toSorted());
  });

  it('records who changed what', () => {
    expect(decided(asked('PlaceUnit', { unit }, PEOPLE.toolAdmin))).toEqual({
      ok: true,
      events: [{ type: 'UnitPlaced', by: PEOPLE.toolAdmin, at: NOW, unit }],
    });
  });

  it('refuses units that loop or hang in the air', () => {
    const place = (id: string, parent: string) =>
      decided(asked('PlaceUnit', { unit: { id, kind: 'unit', name: id, parent } }, SYSTEM));
    expect(place('a', 'a')).toEqual(refused('unit-loop'));
    expect(place('vof', 'norr')).toEqual(refused('unit-loop'));
    expect(place('kommunen', 'norr')).toEqual(refused('unit-loop'));
    expect(place('a', 'nowhere')).toEqual(refused('unknown-unit'));
    expect(place('a', 'constructor')).toEqual(refused('unknown-unit'));
    expect(place('norr', 'vof').ok).toBe(true);
  });

  it('refuses holders and vacancies of units that do not exist', () => {
    expect(decided(asked('AppointRoleHolder', { holder: { ...holder, unit: 'toString' } }, SYSTEM))).toEqual(
      refused('unknown-unit'),
    );
    expect(decided(asked('NoteVacancy', { vacancy: { role: 'coach', unit: 'nowhere' } }, SYSTEM))).toEqual(
      refused('unknown-unit'),
    );
    expect(decided(asked('EndRoleHolder', { holder: 'constructor', to: TODAY }, SYSTEM))).toEqual(
      refused('unknown-holder'),
    );
  });

  it('stays quiet when it is so already', () => {
    for (const command of [
      asked('PlaceUnit', { unit }, SYSTEM),
      asked('AppointRoleHolder', { holder }, SYSTEM),
      asked('EndRoleHolder', { holder: MANAGER_ID, to: '2026-12-31' }, SYSTEM),
      asked('NoteVacancy', { vacancy: { role: 'coach', unit: 'soder' } }, SYSTEM),
    ])
      expect(decided(command, changed(command))).toEqual(QUIET);
  });
});

describe('substitutes', () => {
  const holderId = `manager/norr/${PEOPLE.manager}`;
  const substitute = { person: PEOPLE.colleague, from: '2026-04-01', to: '2026-04-30' };
  const set = (actor: string, person = PEOPLE.colleague as string) =>
    asked('SetSubstitute', { holder: holderId, substitute: { ...substitute, person } }, actor);

  it('are named by the holder or the tool administrator', () => {
    expect(allowed((actor) => set(actor))).toEqual([SYSTEM, ...named('manager', 'toolAdmin')].toSorted());
  });
  it('are somebody else', () => {
    expect(decided(set(PEOPLE.manager, PEOPLE.manager))).toEqual(refused('own-substitute'));
  });
  it('are for a role that is held', () => {
    expect(decided(asked('SetSubstitute', { holder: '__proto__', substitute }, SYSTEM))).toEqual(
      refused('unknown-holder'),
    );
  });
  it('can be cut short by naming the same one again', () => {
    const long = changed(set(PEOPLE.manager));
    const short = changed(
      asked(
        'SetSubstitute',
        { holder: holderId, substitute: { ...substitute, to: '2026-04-10' } },
        PEOPLE.manager,
      ),
      long,
    );
    expect(short.holders[holderId]?.substitutes.filter(({ person }) => person === PEOPLE.colleague)).toEqual([
      { ...substitute, to: '2026-04-10' },
    ]);
  });
  it('stand in for days that follow each other', () => {
    const reversed = { ...substitute, to: '2026-03-31' };
    const order = asked('SetSubstitute', { holder: holderId, substitute: reversed }, PEOPLE.manager);
    expect(decided(order)).toEqual(refused('period-reversed'));
    const calledOff = changed(order, changed(set(PEOPLE.manager)));
    expect(actsFor(calledOff.holders[holderId]!, PEOPLE.colleague, '2026-04-10')).toBe(false);
    expect(
      comingSubstitutes(calledOff.holders[holderId]!, '2026-03-02').map(({ person }) => person),
    ).not.toContain(PEOPLE.colleague);
  });
  it('stay quiet when nothing is new', () => {
    expect(decided(set(PEOPLE.manager), changed(set(PEOPLE.manager)))).toEqual(QUIET);
  });
});

describe('a channel', () => {
  const CHANNEL = '19:abc@thread.tacv2';
  const link = (target: string, actor: string, channel = CHANNEL) =>
    asked('LinkChannel', { channel, unit: target, name: 'Digitalisering' }, actor);
  const unlink = (actor: string) => asked('UnlinkChannel', { channel: CHANNEL }, actor);
  const linked = changed(link('vof', PEOPLE.director));

  it('is tied to a department by those who lead or support digitalisation there', () => {
    expect(allowed((actor) => link('vof', actor))).toEqual(
      [
        SYSTEM,
        ...named('toolAdmin', 'director', 'municipalDirector', 'developmentLead', 'coach', 'head'),
      ].toSorted(),
    );
  });
  it('is tied to a unit by its managers too', () => {
    expect(allowed((actor) => link('norr', actor))).toEqual(
      [
        SYSTEM,
        ...named(
          'toolAdmin',
          'director',
          'municipalDirector',
          'developmentLead',
          'coach',
          'head',
          'manager',
          'areaManager',
        ),
      ].toSorted(),
    );
  });
  it('is tied to the whole municipality by those who lead all of it', () => {
    expect(allowed((actor) => link('kommunen', actor))).toEqual(
      [SYSTEM, ...named('toolAdmin', 'municipalDirector', 'head')].toSorted(),
    );
  });
  it('shows by whom, when and where', () => {
    expect(linked.channels[CHANNEL]).toEqual({
      channel: CHANNEL,
      unit: 'vof',
      name: 'Digitalisering',
      linkedBy: PEOPLE.director,
      at: NOW,
    });
  });
  it('stays quiet when it is tied there already', () => {
    expect(decided(link('vof', PEOPLE.coach), linked)).toEqual(QUIET);
  });
  it('is not taken from another unit by somebody who may not untie it', () => {
    expect(decided(link('sof', PEOPLE.otherDirector), linked)).toEqual(refused('not-allowed'));
    expect(changed(link('sof', PEOPLE.head), linked).channels[CHANNEL]?.unit).toBe('sof');
    expect(changed(link('norr', PEOPLE.director), linked).channels[CHANNEL]?.unit).toBe('norr');
  });
  it('is untied by those who may tie it, and can be tied again', () => {
    expect(allowed(unlink, linked)).toEqual(allowed((actor) => link('vof', actor)));
    const free = changed(unlink(PEOPLE.coach), linked);
    expect(free.channels).toEqual({});
    expect(changed(link('vof', PEOPLE.coach), free).channels[CHANNEL]?.linkedBy).toBe(PEOPLE.coach);
  });
  it('cannot be untied when it is not tied', () => {
    expect(decided(unlink(SYSTEM))).toEqual(refused('channel-not-linked'));
    expect(decided(asked('UnlinkChannel', { channel: 'constructor' }, SYSTEM))).toEqual(
      refused('channel-not-linked'),
    );
  });
  it.each(['nowhere', '__proto__', 'valueOf'])('is not tied to %s, which does not exist', (target) => {
    expect(decided(link(target, SYSTEM))).toEqual(refused('unknown-unit'));
  });
  it('can have any name, also one that breaks objects', () => {
    const odd = changed(link('vof', SYSTEM, '__proto__'));
    expect(Object.keys(odd.channels)).toEqual(['__proto__']);
    expect(decided(link('vof', SYSTEM, '__proto__'), odd)).toEqual(QUIET);
  });
  it('is for nobody who held a role only earlier', () => {
    const ended = changed(
      asked('EndRoleHolder', { holder: `director/vof/${PEOPLE.director}`, to: '2026-03-01' }, SYSTEM),
    );
    expect(decided(link('vof', PEOPLE.director), ended)).toEqual(refused('not-allowed'));
  });
});

describe('folding the organisation', () => {
  it('takes a vacancy away when somebody is appointed, and keeps one vacancy a role', () => {
    const vacancy = { role: 'developmentLead', unit: 'sof', target: '2026-10-01' } as const;
    const moved = changed(asked('NoteVacancy', { vacancy }, SYSTEM));
    expect(moved.vacancies).toEqual([vacancy]);
    const filled = changed(
      asked('AppointRoleHolder', { holder: held('developmentLead', 'sof', PEOPLE.colleague) }, SYSTEM),
      moved,
    );
    expect(filled.vacancies).toEqual([]);
  });
  it('takes facts about unknown holders and channels as they are', () => {
    const fact = { by: SYSTEM, at: NOW };
    for (const event of [
      { ...fact, type: 'RoleHolderEnded', holder: 'nobody', to: TODAY } as const,
      {
        ...fact,
        type: 'SubstituteSet',
        holder: 'toString',
        substitute: { person: 'a', from: TODAY },
      } as const,
      { ...fact, type: 'ChannelUnlinked', channel: 'none' } as const,
    ])
      expect(evolveOrganisation(MUNICIPALITY, event)).toEqual({
        ...MUNICIPALITY,
        version: MUNICIPALITY.version + 1,
      });
  });
  it('is told by the administrator whose name is shown no more, once', () => {
    const order = (actor: string) => asked('AnonymisePerson', { person: PEOPLE.colleague }, actor);
    expect(allowed(order)).toEqual([SYSTEM, PEOPLE.toolAdmin].toSorted());
    expect(isAnonymous(MUNICIPALITY, PEOPLE.colleague)).toBe(false);
    const after = changed(order(PEOPLE.toolAdmin));
    expect(isAnonymous(after, PEOPLE.colleague)).toBe(true);
    expect(isAnonymous(after, PEOPLE.employee)).toBe(false);
    expect(isAnonymous(after, 'constructor')).toBe(false);
    expect(decided(order(PEOPLE.toolAdmin), after)).toEqual(QUIET);
  });
  it('does not touch what it was before', () => {
    const before = JSON.stringify(MUNICIPALITY);
    changed(asked('PlaceUnit', { unit }, SYSTEM));
    without(MUNICIPALITY, 'coach');
    expect(JSON.stringify(MUNICIPALITY)).toBe(before);
  });
});

describe('putting away messages that did not arrive', () => {
  const [A, B] = [
    { key: 'a', at: '2026-03-02T08:00:00.000Z' },
    { key: 'b', at: '2026-03-02T08:30:00.000Z' },
  ];
  const put = (messages: readonly { key: string; at: string }[], actor: string = PEOPLE.head) =>
    asked('PutAwayMessages', { messages }, actor);

  it('is for the tool administrator and the head of digitalisation', () => {
    expect(allowed((actor) => put([A], actor))).toEqual(named('toolAdmin', 'head').toSorted());
  });

  it('records who put which failure away, and only those that were not', () => {
    const before = changed(put([A]));
    expect(decided(put([A, B]), before)).toEqual({
      ok: true,
      events: [{ type: 'MessagesPutAway', by: PEOPLE.head, at: NOW, messages: [B] }],
    });
    expect(decided(put([A]), before)).toEqual(QUIET);
    expect(decided(put([{ key: '__proto__', at: NOW }]), before)).toMatchObject({ ok: true });
  });

  it('holds for the failure that was looked at, not for one that comes later', () => {
    const after = changed(put([A]));
    const later = { ...A, at: '2026-03-02T09:30:00.000Z' };
    expect([A, later, B].map((failure) => isPutAway(after, failure))).toEqual([true, false, false]);
    expect(isPutAway(changed(put([later]), after), later)).toBe(true);
  });
});
