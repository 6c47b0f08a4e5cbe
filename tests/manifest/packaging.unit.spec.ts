import { strFromU8, unzipSync } from 'fflate';
import { buildPackage, PACKAGE_FILES } from '../../manifest/packaging/buildPackage.ts';
import { checkSchema } from '../../manifest/packaging/checkSchema.ts';
import { fillIn, placeholdersIn } from '../../manifest/packaging/fillIn.ts';
import { PACKAGE_SETTINGS, readPackageSettings } from '../../manifest/packaging/settings.ts';
import { FOLDER, type Manifest, SETTINGS } from './appPackage.ts';

describe('settings of the package', () => {
  it('are taken as they are when all are right', () =>
    expect(readPackageSettings(SETTINGS)).toEqual({ settings: SETTINGS }));

  it.each(Object.keys(PACKAGE_SETTINGS).filter((name) => name !== 'APP_NAME_SUFFIX'))(
    'are refused without %s, and the answer says what it is',
    (name) => {
      const meaning = PACKAGE_SETTINGS[name as keyof typeof PACKAGE_SETTINGS];
      const problem = `${name} saknas: ${meaning}`;
      expect(meaning.length).toBeGreaterThan(10);
      expect(readPackageSettings({ ...SETTINGS, [name]: undefined })).toEqual({ problems: [problem] });
      expect(readPackageSettings({ ...SETTINGS, [name]: '  ' })).toEqual({ problems: [problem] });
    },
  );

  it('are refused all at once', () => {
    const read = readPackageSettings({});
    expect('problems' in read && read.problems).toHaveLength(8);
  });

  it.each([
    ['TEAMS_APP_ID', 'fardplan'],
    ['BOT_DOMAIN', 'https://fardplan.ekhamra.example'],
    ['BOT_DOMAIN', 'localhost'],
    ['BOT_DOMAIN', 'fardplan.ekhamra.example/tab'],
    ['PRIVACY_URL', 'http://www.ekhamra.example'],
    ['MUNICIPALITY_NAME', 'Kommunalförbundet för norra och södra Ekhamra'],
    ['APP_NAME_SUFFIX', ' (en alldeles för lång ändelse)'],
    ['TAB_APP_ID', SETTINGS.BOT_ID],
    ['TAB_APP_ID', SETTINGS.BOT_ID.toUpperCase()],
  ])('are refused when wrong: %s=%s', (name, value) => {
    const read = readPackageSettings({ ...SETTINGS, [name]: value });
    expect('problems' in read && read.problems).toEqual([expect.stringMatching(`^${name} är fel: `)]);
  });
});

describe('filling a template in', () => {
  it('names each placeholder once', () =>
    expect(placeholdersIn('{"a":"${{ONE}} ${{TWO}}","b":"${{ONE}}"}')).toEqual(['ONE', 'TWO']));

  it('keeps the value a value, whatever is in it', () => {
    const name = 'Ekhamra "kommun" \\ $& ${{BOT_ID}}\n';
    const filled = fillIn('{"name":"${{NAME}}"}', { NAME: name });
    expect(JSON.parse(filled)).toEqual({ name });
  });

  it('never leaves a hole', () => expect(() => fillIn('{"id":"${{UNKNOWN}}"}', {})).toThrow('UNKNOWN'));
});

describe('the package', () => {
  const zip = buildPackage(FOLDER, SETTINGS);
  const files = unzipSync(zip);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;

  it('holds the manifest, the languages and the icons, and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual([...PACKAGE_FILES].sort());
    const named = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(named));
  });

  it('has everything filled in', () => {
    const texts = [files['manifest.json'], files['en.json']].map((file) =>
      strFromU8(file ?? new Uint8Array()),
    );
    for (const text of texts) expect(text).not.toContain('${{');
    expect(manifest).toMatchObject({ id: SETTINGS.TEAMS_APP_ID, developer: { name: 'Ekhamra kommun' } });
  });

  it('is the same for the same settings, so that a change is a change', () =>
    expect(buildPackage(FOLDER, SETTINGS)).toEqual(zip));

  it('can be told from the real one when it is for testing', () => {
    const test = unzipSync(buildPackage(FOLDER, { ...SETTINGS, APP_NAME_SUFFIX: ' (test)' }));
    const { name } = JSON.parse(strFromU8(test['manifest.json'] ?? new Uint8Array())) as Manifest;
    expect(name.short).toBe('Färdplan (test)');
  });

  it('is not made of what breaks the schema', () =>
    expect(() => buildPackage(FOLDER, { ...SETTINGS, TEAMS_APP_ID: 'fel' })).toThrow('manifest.json /id'));
});

describe('the check against the schema', () => {
  it('names every place that is wrong', () => {
    const problems = checkSchema('manifest', { manifestVersion: '1.30', accentColor: 'red', extra: 1 });
    expect(problems.join('\n')).toMatch(/accentColor[\s\S]*extra|extra[\s\S]*accentColor/);
    expect(problems.length).toBeGreaterThan(3);
  });

  it('knows which texts can be translated', () =>
    expect(checkSchema('localisation', { 'bots[0].name': 'x' })).not.toEqual([]));
});
