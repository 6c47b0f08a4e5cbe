import { createProductionGuard } from '../../../bot/teams/guard/productionGuard.ts';
import {
  isLoopbackHost,
  isLoopbackServiceUrl,
  isTeamsServiceUrl,
} from '../../../bot/teams/guard/serviceUrls.ts';
import { createLocalGuard } from '../../../bot/teams/localGuard.ts';
import { APP, TENANT } from './support/activities.ts';

describe('where our token may go', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/7b1f3c52/',
    'https://smba.trafficmanager.net/teams',
    'https://canary.botapi.teams.microsoft.com/amer/',
    'https://europe.webchat.botframework.com/',
  ])('%s', (url) => expect(isTeamsServiceUrl(url)).toBe(true));

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.trafficmanager.net/emea/',
    'https://evilteams.microsoft.com/',
    'https://teams.microsoft.com.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/?to=https://evil.example',
    'https://smba.trafficmanager.net/#evil',
    'https://smba.trafficmanager.net./emea/',
    'https://smba.trafficmanager.net.%65vil.example/',
    'https://smba\u3002trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net\\.evil.example/',
    'https://smba.trafficmanager.net\\@evil.example/',
    'https://ѕmba.trafficmanager.net/',
    'https://xn--mba-j9d.trafficmanager.net/',
    'https://teams.microsoft.com/',
    'https://evil.example/https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:80/',
    'https://[::ffff:127.0.0.1]/',
    'https://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smba.trafficmanager.net',
    '',
  ])('not to %s', (url) => expect(isTeamsServiceUrl(url)).toBe(false));
});

describe('where local mode may speak', () => {
  it.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:56150/'])('%s', (url) =>
    expect(isLoopbackServiceUrl(url)).toBe(true),
  );
  it.each([
    'http://localhost.evil.example/',
    'http://10.0.0.1/',
    'http://127.0.0.1.nip.example/',
    'https://smba.trafficmanager.net/',
    'http://x@localhost/',
  ])('not to %s', (url) => expect(isLoopbackServiceUrl(url)).toBe(false));
});

describe('local mode lets in', () => {
  const guard = createLocalGuard();
  const call = { remoteAddress: '127.0.0.1', host: 'localhost:3978', forwarded: false };
  const activity = { channelId: 'msteams', serviceUrl: 'http://localhost:56150/_connector' };

  it.each(['127.0.0.1', '127.8.4.2', '::1', '::ffff:127.0.0.1'])(
    'this machine as %s',
    async (remoteAddress) => {
      const caller = await guard.admit({ ...call, remoteAddress });
      expect('refuses' in caller && caller.refuses(activity)).toBe(undefined);
    },
  );
  it.each([
    ['another machine', { remoteAddress: '10.0.0.7' }],
    ['another machine in IPv6 clothes', { remoteAddress: '::ffff:10.0.0.7' }],
    ['nobody knows who', { remoteAddress: undefined }],
    ['a tunnel', { forwarded: true }],
    ['a web page with a name of its own', { host: 'evil.example:3978' }],
    ['no host', { host: undefined }],
  ])('not %s', async (_who, changes) =>
    expect(await guard.admit({ ...call, ...changes })).toMatchObject({ status: 403 }),
  );
  it.each([
    ['a service URL elsewhere', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['no service URL', { serviceUrl: undefined }],
    ['another channel', { channelId: 'emulator' }],
  ])('not %s', async (_what, changes) => {
    const caller = await guard.admit(call);
    expect('refuses' in caller && caller.refuses({ ...activity, ...changes })).toMatchObject({ status: 403 });
  });
  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1:3978', '[::1]:3978'])('host %s', (host) =>
    expect(isLoopbackHost(host)).toBe(true),
  );
});

describe('production does not start half-guarded', () => {
  const good = { appId: APP, tenantId: TENANT, identity: { kind: 'secret', secret: 's' } as const };

  it('starts with everything there', () => expect(createProductionGuard(good).appId).toBe(APP));
  it('starts with a managed identity', () =>
    expect(createProductionGuard({ ...good, identity: { kind: 'managed-identity' } }).appId).toBe(APP));
  it.each([
    ['bot app id', { appId: '' }],
    ['bot app id', { appId: '  ' }],
    ['tenant id', { tenantId: '' }],
    ['bot secret', { identity: { kind: 'secret', secret: '' } as const }],
    ['certificate key', { identity: { kind: 'certificate', thumbprint: 'A1', privateKey: '' } as const }],
  ])('without the %s', (name, changes) =>
    expect(() => createProductionGuard({ ...good, ...changes })).toThrow(`The ${name} is missing`),
  );
  it('and never lets in without a token', async () =>
    expect(
      await createProductionGuard(good).admit({
        remoteAddress: '127.0.0.1',
        host: 'localhost',
        forwarded: false,
      }),
    ).toEqual({ status: 401, why: 'no-token' }));
});
