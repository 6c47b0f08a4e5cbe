import { FIRST_PERSONAS, findPersona, type Persona } from '../../../bot/local/personas.ts';
import { playgroundConfig, playgroundConfigText } from '../../../bot/local/playgroundConfig.ts';
import { PEOPLE } from '../../../bot/local/sample/people.ts';

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
const all = PEOPLE.map(({ id }) => personaOf(id)).map(playgroundConfig);
const coach = playgroundConfig(FIRST_PERSONAS[2]!);

function personaOf(text: string): Persona {
  const found = findPersona(text);
  if ('candidates' in found) throw new Error(text);
  return found.persona;
}

describe('a Playground for anybody in Ekhamra', () => {
  it('has five colleagues, all others than the one who is signed in', () => {
    for (const { currentUser, users } of all) {
      expect(new Set([currentUser, ...users].map(({ aadObjectId }) => aadObjectId)).size).toBe(6);
      expect(PEOPLE.map(({ id }) => id)).toEqual(
        expect.arrayContaining(users.map(({ aadObjectId }) => aadObjectId)),
      );
    }
  });

  it('has chats of its own', () => {
    const ids = all.flatMap(({ personalChat, groupChat, team }) => [
      personalChat.id,
      groupChat.id,
      team.id,
      team.aadGroupId,
      ...team.channels.map(({ id }) => id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is in the same tenant with the same bot everywhere, by valid GUIDs', () => {
    expect(new Set(all.map(({ tenantId, bot }) => `${tenantId} ${bot.id}`)).size).toBe(1);
    const { tenantId, bot, team, currentUser } = coach;
    for (const id of [tenantId, bot.id, team.aadGroupId, currentUser.aadObjectId]) expect(id).toMatch(GUID);
    expect(bot).toEqual({ id: expect.stringMatching(/^28:/), name: 'Färdplan' });
  });

  it('keeps to the Playground’s limits', () => {
    for (const { groupChat, team, currentUser, users } of all) {
      expect(
        Math.max(...[groupChat, team, currentUser, ...users].map(({ name }) => name.length)),
      ).toBeLessThan(256);
      expect(team.channels.length).toBeLessThanOrEqual(1);
      expect(currentUser.givenName && currentUser.surname).toBeTruthy();
    }
  });
});

describe('the coach’s Playground', () => {
  it('has the department’s team with a channel beside General', () =>
    expect(coach.team).toMatchObject({
      name: 'Vård- och omsorgsförvaltningen',
      channels: [{ name: 'Digitalisering' }],
    }));

  it('has those nearest as colleagues', () =>
    expect(coach.users.slice(0, 2).map(({ name }) => name)).toEqual([
      'Enhetschef, hemtjänst norr',
      'Undersköterska, hemtjänst norr',
    ]));

  it('is written so that it can be read back', () =>
    expect(JSON.parse(playgroundConfigText(FIRST_PERSONAS[2]!))).toEqual(coach));
});
