import type { Connection } from 'mongoose';
import { alertModel } from './alert.record';
import { leaseModel } from './lease.record';
import { watchModel } from './watch.record';
import { deliveryModel, webhookModel } from './webhook.record';

/** The collections of monitoring. */
export function monitoringRecords(connection: Connection) {
  return {
    watches: watchModel(connection),
    alerts: alertModel(connection),
    webhooks: webhookModel(connection),
    deliveries: deliveryModel(connection),
    leases: leaseModel(connection),
  };
}

export type MonitoringRecords = ReturnType<typeof monitoringRecords>;
