import type { Monitoring } from './openMonitoring';

/** Watches, their alerts, and the webhooks that are told. */
export interface HasMonitoring {
  readonly stores: { readonly monitoring: Monitoring };
}
