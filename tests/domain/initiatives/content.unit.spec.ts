import {
  AFFECTED_GROUPS,
  CATEGORIES,
  contentSchema,
  isComplete,
  LIMITS,
  missingForSubmit,
  suggestTitle,
} from '../../../domain/initiatives/content.ts';
import { PROPOSAL } from '../../builders/proposals.ts';

const codesOf = (content: unknown): string[] =>
  contentSchema.safeParse(content).error?.issues.map(({ message }) => message) ?? [];

describe('the content of a proposal', () => {
  it('may be any part of itself while it is a draft', () => {
    expect(contentSchema.parse({})).toEqual({});
    expect(contentSchema.parse(PROPOSAL)).toEqual(PROPOSAL);
  });

  it.each(['title', 'problem', 'solution', 'effect'] as const)('has a limit for %s', (field) => {
    expect(codesOf({ [field]: 'å'.repeat(LIMITS[field]) })).toEqual([]);
    expect(codesOf({ [field]: 'å'.repeat(LIMITS[field] + 1) })).toEqual(['too-long']);
  });

  it('does not count what is around the text or cannot be seen', () => {
    const title = ` \u0000${'å'.repeat(LIMITS.title)}\u0007 \n`;
    expect(contentSchema.parse({ title })).toEqual({ title: 'å'.repeat(LIMITS.title) });
  });

  it('takes every category and group of the lists, and others that a municipality adds', () => {
    for (const category of [...CATEGORIES, 'ownCategory']) expect(codesOf({ category })).toEqual([]);
    expect(codesOf({ affectedGroups: [...AFFECTED_GROUPS] })).toEqual([]);
    expect(codesOf({ affectedGroups: [...AFFECTED_GROUPS, 'youth'] })).toEqual(['too-many']);
  });

  it.each(['', ' ', 'två ord', '<b>', '1first', 'a'.repeat(41)])('refuses %j as a key', (category) => {
    expect(codesOf({ category })).toEqual(['bad-key']);
  });

  it.each([
    { title: 5 },
    { title: null },
    { problem: ['a'] },
    { affectedGroups: 'employees' },
    { changeType: 'revolution' },
    { flags: { system: true } },
    { flags: { system: 'ja', personalData: false, automation: false, acquisition: false } },
    { severalUnits: 'ja' },
    { unit: '' },
    { unit: 'två ord' },
    { unit: 'a\u0000b' },
    { estimate: { volumePerYear: 1, minutesPerItem: 1, kr: 5 } },
    { estimate: { volumePerYear: -1, minutesPerItem: 1 } },
    { estimate: { volumePerYear: Number.NaN, minutesPerItem: 1 } },
    'text',
    null,
  ])('refuses %j', (content) => {
    expect(contentSchema.safeParse(content).success).toBe(false);
  });

  it('keeps hostile text as the text it is', () => {
    const problem =
      '<script>alert(1)</script> [länk](javascript:x) <at>alla</at> {{7*7}} \u0085"; DROP TABLE';
    expect(contentSchema.parse({ problem }).problem).toBe(problem.replace('\u0085', ''));
  });

  it('drops control characters, turned reading direction and half characters, and keeps lines and tabs', () => {
    expect(
      contentSchema.parse({ problem: 'a\u0000b\u001bc\u202ed\u2066e\ud800f\r\ng\rh\ti😀' }).problem,
    ).toBe('abcde\ufffdf\ng\nh\ti😀');
  });

  it('drops fields it does not know, also those that would poison an object', () => {
    const parsed = contentSchema.parse(JSON.parse('{"title":"T","__proto__":{"admin":true},"admin":true}'));
    expect(Object.keys(parsed)).toEqual(['title']);
    expect((parsed as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('what submission needs', () => {
  it('is asked in the order of the cards', () => {
    expect(missingForSubmit({})).toEqual([
      'problem',
      'title',
      'affectedGroups',
      'unit',
      'changeType',
      'category',
      'flags',
    ]);
    expect(missingForSubmit(PROPOSAL)).toEqual([]);
    expect(isComplete(PROPOSAL)).toBe(true);
  });

  it.each(['', '…', ' - ', '\u200b\u200b', '???'])(
    'is not met by a problem that says nothing: %j',
    (problem) => {
      expect(missingForSubmit({ ...PROPOSAL, problem })).toEqual(['problem']);
    },
  );

  it('is not met by an empty list of groups', () => {
    expect(missingForSubmit({ ...PROPOSAL, affectedGroups: [] })).toEqual(['affectedGroups']);
  });
});

describe('the suggested title', () => {
  it.each([
    ['Nycklar tar tid. Vi letar varje dag.', 'Nycklar tar tid'],
    ['Kan vi göra det smartare? Ja!', 'Kan vi göra det smartare'],
    ['Vi behöver t.ex. nya lås till dörrarna', 'Vi behöver t.ex. nya lås till dörrarna'],
    ['  Två\n rader  blir   en  ', 'Två rader blir en'],
    ['Kortfattat', 'Kortfattat'],
    ['', ''],
    ['...', ''],
    [
      'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass och det tar tid',
      'Personalen hämtar och lämnar nycklar i nyckelskåp varje pass',
    ],
    [
      'Handläggarna skriver in samma uppgifter i tre system, och köerna växer hela tiden',
      'Handläggarna skriver in samma uppgifter i tre system',
    ],
    [
      'Personalen hämtar nycklar i nyckelskåp och lämnar dem varje pass, också på helgen',
      'Personalen hämtar nycklar i nyckelskåp och lämnar dem',
    ],
    [
      'Innan passet, när vi ska ut till brukarna, letar vi efter rätt nycklar på kontoret',
      'Innan passet, när vi ska ut till brukarna',
    ],
    [
      'Vi behöver hjälp med att hålla reda på rullstolar och på alla som lånar dem',
      'Vi behöver hjälp med att hålla reda på rullstolar',
    ],
  ])('of %j is %j', (problem, title) => {
    expect(suggestTitle(problem)).toBe(title);
  });

  it('is at most 60 characters of whole words', () => {
    const problem = 'Överförmyndarnämndens årsräkningar granskas för hand av tre handläggare i vår';
    const title = suggestTitle(problem);
    expect(title.length).toBeLessThanOrEqual(60);
    expect(problem).toContain(title);
    expect(problem.at(title.length)).toBe(' ');
  });

  it('cuts a word that is longer than a title, but never a character', () => {
    expect(suggestTitle('x'.repeat(80))).toBe('x'.repeat(60));
    expect(suggestTitle(`x${'😀'.repeat(40)}`).isWellFormed()).toBe(true);
  });
});
