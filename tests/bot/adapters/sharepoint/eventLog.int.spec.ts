import { eventLogContract } from '../../../contracts/eventLog.contract.ts';
import { contractStore } from './tenantStore.ts';

/** Thousands of answers of a tenant in this process, on a machine that may be busy. */
jest.setTimeout(60_000);

eventLogContract('SharePoint', () => contractStore(({ log }) => log));
