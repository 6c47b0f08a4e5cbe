import { StoreUnavailable } from '../../bot/app/ports/index.ts';
import { message } from '../contracts/deliveries/withInstances.ts';
import { deliveriesContract } from '../contracts/deliveries.contract.ts';
import { emptyDeliveryStore, memoryDeliveries } from './memoryDeliveries.ts';

deliveriesContract('memory', () => {
  const store = emptyDeliveryStore();
  return { open: async () => memoryDeliveries(store), dispose: async () => undefined };
});

describe('faults of the memory deliveries', () => {
  it('fails before or after writing, once each, in the order asked for', async () => {
    const deliveries = memoryDeliveries();
    deliveries.failNext('before');
    deliveries.failNext('after');
    await expect(deliveries.add([message('a')])).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await deliveries.get('a')).toBeUndefined();
    await expect(deliveries.add([message('a')])).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await deliveries.add([message('a')])).toEqual([]);
  });
});
