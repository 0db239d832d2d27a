import type { Logger } from '../../../shared/logger/logger';
import type { UnfinishedCases } from '../tracing/readWhileLoaded';
import type { TransferEngine } from '../tracing/runtime/transferEngine';
import type { TransferStore } from '../transfer/transfer.store';
import { type AlertStore, alertStore } from './alert.store';
import { Deliverer } from './deliver';
import { type DeliveryStore, deliveryStore } from './delivery.store';
import { WatchEvaluator, takeBaseline, type Baseline } from './watchEvaluator';
import { operatorFeed } from './feed.rules';
import { monitoringTurn } from './monitoringTurn';
import { monitoringPolicy } from './monitoringPolicy';
import { openLease } from '../../../shared/mongo/lease';
import type { EvaluationStores } from './evaluateSubject';
import { startMonitor } from './monitor';
import type { MonitoringRecords } from './monitoring.record';
import { openAlertPost } from './postAlert';
import type { WatchRecord } from './watch.record';
import { type WatchStore, watchStore } from './watch.store';
import { type WebhookStore, webhookStore } from './webhook.store';
import type { AllowedTargets } from './webhookTarget.rules';

export interface MonitoringOptions {
  readonly records: MonitoringRecords;
  readonly stores: EvaluationStores;
  readonly transfers: TransferStore;
  readonly engine: TransferEngine;
  readonly unfinishedCases: UnfinishedCases;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** True where webhooks may reach private networks too. */
  readonly privateNetworks: boolean;
}

/** The part of the context that the resolvers of monitoring use. */
export interface Monitoring {
  readonly watches: WatchStore;
  readonly alerts: AlertStore;
  readonly webhooks: WebhookStore;
  readonly deliveries: DeliveryStore;
  takeBaseline(subject: Pick<WatchRecord, 'subjectKind' | 'subjectId' | 'tenant'>): Promise<Baseline>;
  /**
   * Returns the networks that the webhooks of a feed may reach. Those of the operator may reach this machine
   * too: its analysts are trusted with that.
   */
  allowedTo(feed: string): AllowedTargets;
}

/** Opens monitoring, and begins to evaluate and to deliver in the background. */
export function openMonitoring(options: MonitoringOptions): Monitoring & { close(): Promise<void> } {
  const { records, privateNetworks, logger } = options;
  const watches = watchStore(records.watches);
  const alerts = alertStore(records.alerts);
  const webhooks = webhookStore(records.webhooks);
  const deliveries = deliveryStore(records.deliveries);
  const allowedTo = (feed: string) => ({
    loopback: privateNetworks || feed === operatorFeed,
    privateNetworks,
  });
  const evaluated = { ...options, watches, alerts };
  const post = openAlertPost();
  const monitor = startMonitor({
    evaluation: new WatchEvaluator(evaluated),
    deliverer: new Deliverer({ webhooks, deliveries, alerts, post, allowedTo, logger }),
    turn: monitoringTurn(
      openLease(records.leases, { name: 'monitoring', leaseMs: monitoringPolicy.leaseMs }),
    ),
    logger,
  });
  return {
    watches,
    alerts,
    webhooks,
    deliveries,
    takeBaseline: (subject) => takeBaseline(subject, evaluated),
    allowedTo,
    close: () => monitor.close(),
  };
}
