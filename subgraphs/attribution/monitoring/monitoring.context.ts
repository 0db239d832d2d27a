import type { Monitoring } from './openMonitoring';

/** Watches, their alerts, and their webhooks. */
export interface HasMonitoring {
  readonly stores: { readonly monitoring: Monitoring };
}
