import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeCertificates } from './certificates.ts';
import { createChats } from './connector/chats.ts';
import { createPace } from './connector/pace.ts';
import { createPerson } from './connector/person.ts';
import { createConnector } from './connector/service.ts';
import { createTeams } from './connector/teams.ts';
import { createBotMetadata } from './entra/botMetadata.ts';
import { createKeyRing } from './entra/keyRing.ts';
import { createEntra } from './entra/service.ts';
import { createTokens, type Tokens } from './entra/tokens.ts';
import { createFaults } from './faults.ts';
import { createWorld } from './graph/createWorld.ts';
import { createLedger } from './graph/ledger.ts';
import { createGraph } from './graph/service.ts';
import { createCalls } from './http/calls.ts';
import { createDoor, PUBLIC_HOSTS } from './http/hosts.ts';
import { createFetch } from './http/inProcess.ts';
import { type Listening, listen } from './http/server.ts';
import { type Surroundings, surround } from './http/surround.ts';
import { createViolations } from './http/violations.ts';
import { withWindows } from './look.ts';
import { changeablePeople } from './peopleChanges.ts';
import { createRandom } from './random.ts';
import { SAMPLE_SEED } from './seed.ts';
import { createSharePoint } from './sharePoint.ts';
import type { Tenant, TenantNetwork, TenantOptions } from './tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const HALF_HOUR_MS = 30 * 60_000;

/** A Microsoft 365 tenant in this process: Graph, Entra, the Bot Connector, all with memory and strict. */
export async function startTenant(options: TenantOptions = {}): Promise<Tenant> {
  const { clock = Date.now, chance = 1, licences = 1_000, enforceLimits = false } = options;
  const { seed, people } = changeablePeople(options.seed ?? SAMPLE_SEED);
  const world = createWorld(seed, clock, createRandom(chance), options.behaviour);
  const faults = createFaults();
  const ledger = createLedger({ clock, licences, enforce: enforceLimits });
  const calls = createCalls();
  const violations = createViolations();
  const entraKeys = createKeyRing('entra');
  const botKeys = createKeyRing('teams');
  const tokens = createTokens({ seed, clock, entra: entraKeys, connector: botKeys });
  const chats = createChats(seed, clock);
  const pace = createPace(clock, enforceLimits);
  const { teams, failureFor } = createTeams(world, chats, pace);
  const around: Surroundings = { clock, calls, violations, faults };
  const authenticate = tokens.authenticateBot;
  const door = createDoor({
    graph: createGraph({ world, ledger, violations, calls, faults, authenticate: tokens.authenticateGraph }),
    login: surround(createEntra({ seed, clock, keys: entraKeys, tokens }), around),
    botMetadata: surround(createBotMetadata(botKeys), around),
    connector: surround(createConnector({ world, chats, pace, failureFor, authenticate }), around),
  });
  const strict = surround(door, {
    clock,
    violations,
    calls: createCalls(),
    faults: { choose: () => undefined },
  });
  const serviceUrl = `https://smba.trafficmanager.net/emea/${seed.tenantId}/`;

  const tenant: Tenant = {
    fetch: createFetch(strict),
    token: keptTokens(tokens, clock),
    tokens,
    entraKeys,
    botKeys,
    sharePoint: createSharePoint(world),
    teams,
    people,
    person: (user, bot) => createPerson({ seed, tokens, chats, clock, serviceUrl, fetch }, user, bot),
    faults,
    behaviour: world.behaviour,
    ledger,
    calls,
    violations,
    seed,
    serviceUrl,
    stop: async () => undefined,
  };
  if (!options.network) return tenant;
  return {
    ...tenant,
    ...(await openNetwork(options.windows ? withWindows(strict, tenant) : strict, options.port)),
  };
}

/** One token per application and audience for half an hour: signing takes longer than most answers. */
function keptTokens(tokens: Tokens, clock: () => number): Tenant['token'] {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (app, audience = GRAPH) => {
    const key = `${app} ${audience}`;
    const found = kept.get(key);
    if (found && clock() < found.until) return found.token;
    const token = tokens.mintAppToken(app, audience);
    kept.set(key, { token, until: clock() + HALF_HOUR_MS });
    return token;
  };
}

async function openNetwork(handle: Parameters<typeof listen>[0], port: number | undefined) {
  const { ca, key, cert } = await makeCertificates(Object.keys(PUBLIC_HOSTS));
  const secure: Listening = await listen(handle, { key, cert }, port);
  const plain = await listen(handle);
  const network: TenantNetwork = {
    url: `https://localhost:${secure.port}`,
    plainUrl: `http://127.0.0.1:${plain.port}`,
    ca,
    reroute: {
      flags: ['--import', pathToFileURL(join(import.meta.dirname, 'reroute.ts')).href],
      env: {
        TENANT_TLS_PORT: String(secure.port),
        TENANT_CA: ca,
        TENANT_HOSTS: Object.keys(PUBLIC_HOSTS).join(','),
      },
    },
  };
  return { network, stop: async () => void (await Promise.all([secure.stop(), plain.stop()])) };
}
