import { COMMANDS, matchCommand } from '../../../bot/texts/matchCommand.ts';
import { PLAIN, STORIES } from './phrases.ts';
import { WITH_MORE } from './phrasesWithMore.ts';

describe('typed commands', () => {
  const plain = Object.entries(PLAIN).flatMap(([command, sentences]) =>
    sentences.map((sentence) => [sentence, command] as const),
  );

  it.each(plain)('%s → %s', (sentence, command) => expect(matchCommand(sentence)).toEqual({ command }));

  it.each(WITH_MORE)('%s → %s', (sentence, command, more) =>
    expect(matchCommand(sentence)).toEqual({ command, ...more }),
  );

  it.each(STORIES)('leaves a story alone: %s', (sentence) => expect(matchCommand(sentence)).toBeUndefined());

  it.each(['', '   ', '👍', '…', '\u200b', '<at>Färdplan</at>'])('takes nothing from nothing: %j', (text) =>
    expect(matchCommand(text)).toBeUndefined(),
  );

  it('has a phrase tried for every command', () => {
    const tried = new Set<string>([...Object.keys(PLAIN), ...WITH_MORE.map(([, command]) => command)]);
    expect(COMMANDS.filter((command) => !tried.has(command))).toEqual([]);
  });

  it('is quick with a long text', () => {
    const story = 'Personalen hämtar nycklar. '.repeat(2_000);
    expect(matchCommand(story)).toBeUndefined();
  });
});

describe('a sentence made to take long', () => {
  /** In proportion to its length it takes a few ms; in proportion to the square of that, many seconds. */
  it.each(['?', '!?', ' ', '”', '\'"', '. ', 'a ', '-', 'å-', '1', '\u00a0'])(
    'of %j takes no longer than another',
    (sign) => {
      const run = sign.repeat(100_000 / sign.length);
      const before = process.cpuUsage();
      for (const word of ['sök', 'visa', 'vem är coach för', 'förslag:', ''])
        matchCommand(`${word} x${run}x`);
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
    },
  );
});
