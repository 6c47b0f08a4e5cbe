/** `npm run provision -- --log-site … --site … [--app …] [--check]`. */
import {
  connectGraph,
  createTokenSource,
  type GraphCredential,
} from '../../bot/adapters/sharepoint/index.ts';
import { runProvision } from './run.ts';

const { env } = process;

function setting(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`Inställningen ${name} saknas i miljön.`);
  return value;
}

function credential(): GraphCredential {
  const tenantId = setting('FARDPLAN_TENANT_ID');
  const clientId = setting('FARDPLAN_PROVISION_APP_ID');
  const certificate = env.FARDPLAN_PROVISION_CERTIFICATE;
  return certificate
    ? { kind: 'certificate', tenantId, clientId, certificate }
    : { kind: 'secret', tenantId, clientId, secret: setting('FARDPLAN_PROVISION_SECRET') };
}

process.exitCode = await runProvision(
  process.argv.slice(2),
  () => {
    const root = env.FARDPLAN_GRAPH_ROOT ?? 'https://graph.microsoft.com';
    const authorityHost = env.FARDPLAN_AUTHORITY_HOST ?? 'https://login.microsoftonline.com';
    const tokens = createTokenSource({ credential: credential(), graphRoot: root, authorityHost });
    return connectGraph({ tokens, root, organisation: 'Fardplan', version: 'provision' });
  },
  process,
);
