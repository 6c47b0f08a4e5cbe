import { parseCommandLine } from '../../../infra/provision/commandLine.ts';
import { SAMPLE } from '../../tenant/seed.ts';

const SITE = `https://${SAMPLE.host}${SAMPLE.logSite}`;
const SITE_ID = `${SAMPLE.host},6d01feac-748c-4d21-8391-675b3f5d278c,7d38113f-6505-4461-892e-30dd0af06d68`;

describe('the words after npm run provision', () => {
  it('take a site by its address or its id', () => {
    const read = parseCommandLine(['--log-site', SITE, '--site', SITE_ID, '--app', SAMPLE.serviceApp]);
    expect(read).toMatchObject({
      logSite: SITE,
      portfolioSite: SITE_ID,
      app: SAMPLE.serviceApp,
      check: false,
    });
  });

  it.each([
    ['no site', [], '--log-site eller --site'],
    ['a site without encryption', ['--site', SITE.replace('https', 'http')], 'börjar med https://'],
    ['the name of a site', ['--log-site', 'fardplan-logg'], 'Efter --log-site'],
    ['an application by its name', ['--site', SITE, '--app', 'Färdplan'], 'Efter --app: ett id'],
    ['a group by its name', ['--site', SITE, '--protected-group', 'Skyddade'], 'Efter --protected-group'],
  ])('are refused before anything is asked or done: %s', (_, words, said) =>
    expect(() => parseCommandLine(words)).toThrow(said),
  );
});
