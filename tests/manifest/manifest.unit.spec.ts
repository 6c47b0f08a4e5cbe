import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import english from '../../bot/texts/en/commands.json' with { type: 'json' };
import { matchCommand } from '../../bot/texts/matchCommand.ts';
import swedish from '../../bot/texts/sv/commands.json' with { type: 'json' };
import { checkSchema } from '../../manifest/packaging/checkSchema.ts';
import { fillIn, placeholdersIn } from '../../manifest/packaging/fillIn.ts';
import { PACKAGE_SETTINGS } from '../../manifest/packaging/settings.ts';
import { FOLDER, type Manifest, SETTINGS, template } from './appPackage.ts';

const manifest = JSON.parse(fillIn(template('manifest.json'), SETTINGS)) as Manifest;
const inEnglish = JSON.parse(fillIn(template('en.json'), SETTINGS)) as Record<string, string>;
const bot = manifest.bots[0];
const extension = manifest.composeExtensions[0];
const LISTED = Object.entries(swedish.list) as [keyof typeof swedish.list, { title: string }][];

/** Paths of what a person reads. The developer's name and addresses are the same in every language. */
const TEXT =
  /^(?:name\.|description\.|staticTabs\[\d+\]\.name$|(?:bots|composeExtensions)\[.+\.(?:title|description)$)/;

function textsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((inner, index) => textsOf(inner, `${path}[${index}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, path ? `${path}.${name}` : name));
  return TEXT.test(path) ? [path] : [];
}

describe('the manifest', () => {
  it('follows Microsoft’s schema, in both files', () => {
    expect(checkSchema('manifest', manifest)).toEqual([]);
    expect(checkSchema('localisation', inEnglish)).toEqual([]);
  });

  it('is in Swedish, with English beside it', () =>
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'sv',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    }));

  it('has an English text for every Swedish one, and none besides', () =>
    expect(
      Object.keys(inEnglish)
        .filter((key) => key !== '$schema')
        .sort(),
    ).toEqual(textsOf(manifest).sort()));

  it('asks for exactly the settings that the package command knows', () => {
    const wanted = [...placeholdersIn(template('manifest.json')), ...placeholdersIn(template('en.json'))];
    expect([...new Set(wanted)].sort()).toEqual(Object.keys(PACKAGE_SETTINGS).sort());
  });

  it('says what it is within the limits of the store', () => {
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.split(/\s+/).length).toBeLessThanOrEqual(500);
    expect(manifest.description.full).toContain('Microsoft Teams');
    expect(manifest.description.full).toContain('personnummer');
  });
});

describe('the bot in the manifest', () => {
  it('is there for one person, a team and a group', () => {
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(bot?.commandLists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team'], ['groupChat']]);
  });

  const commands = (bot?.commandLists ?? []).flatMap(({ scopes, commands: listed }, list) =>
    listed.map((command, index) => ({
      where: `${scopes.join()} ${index + 1}`,
      command,
      path: `bots[0].commandLists[${list}].commands[${index}]`,
    })),
  );

  it.each(commands)(
    'offers what the bot understands and says of itself: $where $command.title',
    ({ command, path }) => {
      const [name] = LISTED.find(([, { title }]) => title === command.title) ?? [];
      expect(name).toBeDefined();
      if (!name) return;
      expect(command).toEqual(swedish.list[name]);
      expect(inEnglish[`${path}.title`]).toBe(english.list[name].title);
      expect(inEnglish[`${path}.description`]).toBe(english.list[name].description);
      expect(matchCommand(command.title)?.command).toBe(name);
      expect(matchCommand(inEnglish[`${path}.title`] ?? '')?.command).toBe(name);
    },
  );

  it('offers every command of the bot’s list somewhere', () => {
    const offered = commands.map(({ command }) => command.title);
    expect(LISTED.filter(([, { title }]) => !offered.includes(title))).toEqual([]);
  });

  it('offers help and a proposal everywhere, and the linking of a channel only in a team', () => {
    for (const list of bot?.commandLists ?? []) {
      const titles = list.commands.map(({ title }) => title);
      expect(titles).toEqual(expect.arrayContaining([swedish.list.help.title, swedish.list.propose.title]));
      expect(titles.includes(swedish.list.link.title)).toBe(list.scopes.includes('team'));
    }
  });
});

describe('the message extension in the manifest', () => {
  it('searches from where one writes, and shows the latest cases at once', () =>
    expect(extension?.commands.find(({ type }) => type === 'query')).toMatchObject({
      context: ['compose', 'commandBox'],
      initialRun: true,
    }));

  it('makes a proposal of a message, in a dialog of the bot, and says in which app', () => {
    const action = extension?.commands.find(({ type }) => type === 'action');
    expect(action).toMatchObject({ context: ['message'], fetchTask: true });
    expect(action?.title).toContain(manifest.name.short);
  });
});

describe('the tabs in the manifest', () => {
  it('give everybody in a team or group the same page, and a person the own list besides', () => {
    const shared = manifest.staticTabs.filter(({ scopes }) => scopes.some((scope) => scope !== 'personal'));
    expect(shared.map(({ entityId, scopes }) => [entityId, scopes])).toEqual([
      ['portfolio', ['personal', 'team', 'groupChat']],
    ]);
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([
      'conversations',
      'portfolio',
      'todo',
      'about',
    ]);
  });

  it('have the one that links in messages lead to', () => {
    const linked = readFileSync(resolve(FOLDER, '../bot/municipality/startProduction.ts'), 'utf8').match(
      /teams\.microsoft\.com\/l\/entity\/[^/]+\/([\w-]+)/,
    );
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toContain(linked?.[1]);
  });

  it('are not offered in a browser, where nobody could sign in', () =>
    expect(manifest.staticTabs.filter((tab) => 'websiteUrl' in tab)).toEqual([]));

  it('are shown from our own host only', () => {
    const hosts = manifest.staticTabs.flatMap(({ contentUrl }) =>
      contentUrl ? [new URL(contentUrl).host] : [],
    );
    expect(new Set(hosts)).toEqual(new Set(manifest.validDomains));
    expect(manifest.validDomains).toEqual([SETTINGS.BOT_DOMAIN]);
  });
});

describe('what the app may do', () => {
  it('signs in with the tab’s own application, never the bot’s', () => {
    expect(manifest.webApplicationInfo).toEqual({
      id: SETTINGS.TAB_APP_ID,
      resource: `api://${SETTINGS.BOT_DOMAIN}/${SETTINGS.TAB_APP_ID}`,
    });
    expect([bot?.botId, extension?.botId]).toEqual([SETTINGS.BOT_ID, SETTINGS.BOT_ID]);
  });

  it('reads no channel, chat or member list: it asks for no resource-specific consent', () =>
    expect(Object.keys(manifest)).not.toContain('authorization'));
});
