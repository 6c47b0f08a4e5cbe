import { conversationsContract } from '../../../contracts/conversations.contract.ts';
import { contractStore } from './tenantStore.ts';

/** Thousands of answers of a tenant in this process, on a machine that may be busy. */
jest.setTimeout(60_000);

conversationsContract('SharePoint', () => contractStore(({ conversations }) => conversations));
