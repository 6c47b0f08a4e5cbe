import { deliveriesContract } from '../../../contracts/deliveries.contract.ts';
import { contractStore } from './tenantStore.ts';

/** Thousands of answers of a tenant in this process, on a machine that may be busy. */
jest.setTimeout(60_000);

deliveriesContract('SharePoint', () => contractStore(({ deliveries }) => deliveries));
