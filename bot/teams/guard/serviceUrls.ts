const TEAMS_HOST =
  /^(?:smba\.trafficmanager\.net|(?:[a-z\d-]+\.)+(?:teams\.microsoft\.com|botframework\.com))$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Our token goes where this says yes, so only to Microsoft's own hosts for Teams.
 * @param further whole host names of a sovereign cloud, by setting.
 */
export const teamsServiceUrls =
  (further: readonly string[] = []) =>
  (address: string): boolean => {
    const url = plainUrl(address);
    const isAt = (host: string) => TEAMS_HOST.test(host) || further.includes(host);
    return url !== undefined && url.protocol === 'https:' && url.port === '' && isAt(url.hostname);
  };

export const isTeamsServiceUrl = teamsServiceUrls();

export const isLoopbackServiceUrl = (address: string): boolean => {
  const url = plainUrl(address);
  return url !== undefined && url.protocol === 'http:' && LOOPBACK_HOST.test(url.hostname);
};

export const isLoopbackHost = (hostHeader: string): boolean =>
  LOOPBACK_HOST.test(hostHeader.replace(/:\d{1,5}$/, '').toLowerCase());

/** Without user, query or fragment, and without what readers of URLs do not agree on: those only disguise where it leads. */
function plainUrl(address: string): URL | undefined {
  if (!URL.canParse(address) || /[^!-~]|\\/.test(address)) return undefined;
  const url = new URL(address);
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : undefined;
}
