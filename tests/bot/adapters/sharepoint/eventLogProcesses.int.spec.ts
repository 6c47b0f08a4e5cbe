import { eventLogProcessesContract } from '../../../contracts/eventLogProcesses.contract.ts';
import { OPEN_LOG } from './openLog.ts';
import { tenantStore } from './tenantStore.ts';

/** A tenant that listens, so that other processes reach it under Graph's own name. */
eventLogProcessesContract('SharePoint', () => {
  const starting = tenantStore({ network: true });
  return {
    open: async () => (await (await starting).open()).log,
    dispose: async () => {
      const { dispose, tenant } = await starting;
      await dispose();
      expect(tenant.violations.all()).toEqual([]);
    },
    worker: starting.then(({ tenant, site }) => {
      if (!tenant.network) throw new Error('the tenant does not listen');
      return { module: OPEN_LOG, argument: site, node: tenant.network.reroute };
    }),
  };
});
