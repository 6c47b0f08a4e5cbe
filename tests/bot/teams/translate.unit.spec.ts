import fc from 'fast-check';
import { translate } from '../../../bot/teams/inbound/translate.ts';
import type { Fields } from '../../../bot/teams/inbound/values.ts';
import { APP, activity, CHANNEL, COACH, EMPLOYEE, MANAGER, NOW, TENANT } from './support/activities.ts';

const inbound = (received: Fields) => translate(received, 'c-1', NOW);
const turn = (name: string, changes?: Record<string, unknown>) => inbound(activity(name, changes))!.turn;

describe('what a recorded activity asks for', () => {
  it.each([
    [
      'personalMessage',
      { kind: 'message', text: 'vad ska jag göra nu?', addressed: true, scope: 'personal' },
    ],
    [
      'channelMention',
      {
        kind: 'message',
        text: 'koppla till Hemtjänst norr tillsammans med Enhetschef hemtjänst norr',
        addressed: true,
        scope: 'channel',
      },
    ],
    ['channelMessageWithoutMention', { kind: 'message', addressed: false, scope: 'channel' }],
    [
      'groupMention',
      { kind: 'message', text: 'what happens in Socialförvaltningen?', scope: 'group', locale: 'en-GB' },
    ],
    ['cardActionManual', { kind: 'action', verb: 'review.approve', trigger: 'manual', waiting: true }],
    ['cardActionAutomatic', { kind: 'action', verb: 'review.look', trigger: 'automatic', scope: 'group' }],
    [
      'cardActionWithoutTrigger',
      { kind: 'action', verb: 'followUp.open', trigger: 'manual', addressed: true },
    ],
    ['cardSubmit', { kind: 'submit', verb: 'propose.save', replyToId: '1772439300002' }],
    ['installationAdd', { kind: 'installed', actor: EMPLOYEE }],
    ['installationAddTeam', { kind: 'installed', scope: 'channel', addressed: false }],
    ['installationAddUpgrade', { kind: 'other' }],
    ['installationRemove', { kind: 'removed' }],
    ['membersAddedPersonal', { kind: 'membersAdded', data: { bot: true, people: [EMPLOYEE] } }],
    ['membersAddedTeam', { kind: 'membersAdded', data: { bot: false, people: [MANAGER] }, addressed: false }],
    ['botRemovedFromTeam', { kind: 'removed', scope: 'channel' }],
    ['channelRenamed', { kind: 'other', addressed: false }],
    ['messageReaction', { kind: 'other' }],
    ['extensionQuery', { kind: 'query', commandId: 'searchCases', query: 'digitala lås', waiting: true }],
    ['extensionQueryInitialRun', { kind: 'query', query: '' }],
    [
      'extensionFetchTaskOnMessage',
      {
        kind: 'fetchTask',
        commandId: 'proposeFromMessage',
        messageText:
          'Vi står i kö till nyckelskåpet varje morgon & kväll.\nGår det att lösa smartare?\n/Norr',
      },
    ],
    ['extensionSubmitAction', { kind: 'submitAction', verb: 'propose.save', waiting: true }],
    ['dialogFetch', { kind: 'taskFetch', verb: 'propose.open' }],
    ['dialogSubmit', { kind: 'taskSubmit', verb: 'propose.save' }],
    ['unknownInvoke', { kind: 'other', waiting: true }],
  ])('%s', (name, expected) => expect(turn(name)).toMatchObject(expected));

  it('hands card data and inputs on as they came', () =>
    expect(turn('cardSubmit').data).toEqual({
      verb: 'propose.save',
      op: '0190a1b2-0000-7000-8000-000000000002',
      problem: 'Vi hämtar nycklar i nyckelskåp varje pass.',
      volume: '16790',
    }));

  it('does not make up what is not there', () => {
    const plain = turn('messageReaction', { locale: undefined, id: undefined });
    for (const absent of ['text', 'verb', 'data', 'trigger', 'query', 'waiting', 'locale', 'activityId'])
      expect(plain).not.toHaveProperty(absent);
  });
});

describe('where it came from', () => {
  it('keeps all that is needed to write to a person later', () =>
    expect(turn('personalMessage').conversation).toEqual({
      id: 'a:1kS7pQ9vYx0Zt3mN5cR8bW2uE6hJ4gF1dLoA',
      kind: 'personal',
      serviceUrl: `https://smba.trafficmanager.net/emea/${TENANT}/`,
      tenantId: TENANT,
      bot: { id: `28:${APP}`, name: 'Färdplan' },
      person: EMPLOYEE,
      teamsUser: expect.stringMatching(/^29:/),
      locale: 'sv-SE',
      updatedAt: NOW,
    }));

  it('is the channel, not the thread; the answer still goes to the thread', () => {
    const { turn: spoken, activity: forSdk } = inbound(activity('channelMention'))!;
    expect(spoken.conversation).toMatchObject({ id: CHANNEL, kind: 'channel' });
    expect(spoken.conversation.team?.name).toBe('Vård- och omsorgsförvaltningen');
    expect(spoken.conversation).not.toHaveProperty('person');
    expect(forSdk.conversation?.id).toBe(`${CHANNEL};messageid=1772439000000`);
  });

  it.each([
    ['a team', { id: 'x' }, { team: { id: '19:t' } }, 'channel'],
    ['a group mark', { id: 'x', isGroup: true }, {}, 'group'],
    ['a thread id', { id: '19:x@thread.v2' }, {}, 'group'],
    ['nothing of these', { id: 'a:x' }, {}, 'personal'],
  ])('without a type is told by %s', (_what, conversation, channelData, scope) =>
    expect(turn('personalMessage', { conversation, channelData }).scope).toBe(scope),
  );
});

describe('who spoke', () => {
  const from = (changes: object) => ({ from: { id: '29:x', ...changes } });

  it('is the Entra id that Teams vouches for', () => expect(turn('channelMention').actor).toBe(COACH));
  it('is written in one way', () =>
    expect(turn('personalMessage', from({ aadObjectId: EMPLOYEE.toUpperCase() })).actor).toBe(EMPLOYEE));
  it.each([
    ['an anonymous person', {}],
    ['an id of another type', { aadObjectId: 17 }],
    ['an empty id', { aadObjectId: '' }],
    ['something that is no id', { aadObjectId: "x' or 1=1 --" }],
    ['an over-long id', { aadObjectId: 'a'.repeat(65) }],
    [
      'somebody of another tenant',
      { aadObjectId: EMPLOYEE, tenantId: '00000000-1111-2222-3333-444444444444' },
    ],
  ])('is unknown for %s', (_who, changes) =>
    expect(turn('personalMessage', from(changes))).not.toHaveProperty('actor'),
  );
  it('never comes from card data', () =>
    expect(turn('cardSubmit', { ...from({}), value: { verb: 'x', actor: MANAGER } })).not.toHaveProperty(
      'actor',
    ));
});

describe('malformed payloads', () => {
  it.each([
    ['no value', undefined],
    ['a value that is a list', []],
    ['a value that is a text', 'approve'],
    ['no action', { trigger: 'manual' }],
    ['an action that is a list', { action: ['approve'] }],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }],
    ['a verb of another type', { action: { verb: { $ne: null } } }],
    ['an over-long verb', { action: { verb: 'v'.repeat(101) } }],
  ])('an action with %s means nothing to us, but waits for an answer', (_what, value) =>
    expect(turn('cardActionManual', { value })).toMatchObject({ kind: 'other', waiting: true }),
  );

  it.each([
    ['a list', ['a']],
    ['a text', 'a'],
    ['a null', null],
    ['a hostile name', JSON.parse('{"__proto__":{"admin":true}}')],
    ['a hostile name further in', JSON.parse('{"a":[{"__proto__":{"admin":true}}]}')],
    ['deep nesting', JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)],
  ])('data that is %s is empty', (_what, data) => {
    const pressed = inbound({
      ...activity('cardActionManual'),
      value: { action: { verb: 'v', data } },
    })!.turn;
    expect([pressed.kind, JSON.stringify(pressed.data)]).toEqual(['action', '{}']);
  });

  it.each([
    ['no type', { type: undefined }],
    ['a type that is a number', { type: 4 }],
    ['no conversation', { conversation: undefined }],
    ['a conversation without an id', { conversation: { id: '' } }],
    ['no service URL', { serviceUrl: undefined }],
    ['no recipient', { recipient: [] }],
  ])('with %s it is no activity', (_what, changes) =>
    expect(inbound(activity('personalMessage', changes))).toBeUndefined(),
  );

  it('does not take a written mention for a real one', () =>
    expect(
      turn('channelMessageWithoutMention', { text: '<at>Färdplan</at> koppla till Hemtjänst norr' })
        .addressed,
    ).toBe(false));

  it('never throws, whatever stands where', () => {
    const anything = fc.record(
      {
        type: fc.constantFrom('message', 'invoke', 'installationUpdate', 'conversationUpdate', 'x'),
        name: fc.oneof(
          fc.constantFrom('adaptiveCard/action', 'composeExtension/query', 'task/fetch'),
          fc.jsonValue(),
        ),
        value: fc.oneof(fc.jsonValue(), fc.record({ action: fc.jsonValue(), parameters: fc.jsonValue() })),
        text: fc.jsonValue(),
        entities: fc.oneof(
          fc.jsonValue(),
          fc.array(fc.record({ type: fc.constant('mention'), mentioned: fc.jsonValue() })),
        ),
        membersAdded: fc.jsonValue(),
        channelData: fc.jsonValue(),
        from: fc.jsonValue(),
        locale: fc.jsonValue(),
      },
      { requiredKeys: ['type'] },
    );
    const known = activity('personalMessage');
    fc.assert(
      fc.property(anything, (received) => {
        const { conversation, serviceUrl, recipient } = known;
        expect(
          inbound({ ...received, conversation, serviceUrl, recipient } as Fields)?.turn.correlationId,
        ).toBe('c-1');
      }),
      { seed: 20_260_302, numRuns: 2_000 },
    );
  });
});
