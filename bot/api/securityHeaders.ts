import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/**
 * Who may show the tab in a frame: Teams, Microsoft 365 and Outlook.
 * Source: Microsoft Learn, "Tab requirements", content security policy headers.
 */
export const TEAMS_FRAMES = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
] as const;

export type HeaderMiddleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/**
 * Headers of every answer. Nothing is loaded from elsewhere but the list of hosts that teams-js asks for; styles may
 * stand inline, since Fluent UI makes its style elements in the browser. No X-Frame-Options: it knows no lists.
 * @param frameHosts further hosts that may show the tab, by setting: Teams of a sovereign cloud.
 */
export const securityHeaders = (frameHosts: readonly string[] = []): HeaderMiddleware =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'https://res.cdn.office.net'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: [...TEAMS_FRAMES, ...frameHosts.map((host) => `https://${host}`)],
      },
    },
    xFrameOptions: false,
    // Sign-in opens a window of ours that answers the one it came from.
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  }) as HeaderMiddleware;
