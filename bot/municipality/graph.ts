import {
  connectGraph,
  createTokenSource,
  type Graph,
  type GraphCallNote,
  type GraphCredential,
} from '../adapters/sharepoint/index.ts';
import type { ProductionConfig } from '../config.ts';

const VERSION = '1';

/** The settings that say where Graph is and who asks. */
export type GraphConfig = Pick<ProductionConfig, 'tenantId' | 'authorityHost' | 'graph'>;

/** The one connection of a program to the municipality's Microsoft Graph. @param onCall told of every request. */
export function connectMunicipality(config: GraphConfig, onCall?: (note: GraphCallNote) => void): Graph {
  const { root } = config.graph;
  return connectGraph({
    tokens: createTokenSource({
      credential: credentialOf(config),
      graphRoot: root,
      authorityHost: config.authorityHost,
    }),
    root,
    organisation: 'Kommun',
    version: VERSION,
    ...(onCall && { onCall }),
  });
}

function credentialOf({ tenantId, graph: { appId, identity } }: GraphConfig): GraphCredential {
  switch (identity.kind) {
    case 'managed-identity':
      return { kind: 'managedIdentity', clientId: appId };
    case 'secret':
      return { kind: 'secret', tenantId, clientId: appId, secret: identity.secret };
    case 'certificate':
      return { kind: 'certificate', tenantId, clientId: appId, certificate: identity.pem };
  }
}
