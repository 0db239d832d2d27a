import type { Logger } from '../../shared/logger/logger';
import type { SanctionsRecords } from './connectSanctions';
import { customerStore } from './customer/customer.store';
import { customerMatchStore } from './customerMatch/customerMatch.store';
import { isBehind, type ListsNow } from './customerScreening/beginJob';
import { entriesInForce } from './customerScreening/listState.rules';
import { type CustomerScreening, openCustomerScreening } from './customerScreening/openCustomerScreening';
import { screener } from './customerScreening/screener';
import { screeningBases } from './customerScreening/screeningBases';
import { screeningStateStore } from './customerScreening/screeningState.store';
import { screeningAlertStore } from './screeningAlert/screeningAlert.store';

export interface BeginScreeningParts {
  readonly records: SanctionsRecords;
  /** The same collections, whose reads are answered from memory while nothing is written. */
  readonly cached: Pick<SanctionsRecords, 'customers' | keyof Parameters<typeof screeningStateStore>[0]>;
  readonly listsNow: () => ListsNow;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Begins to screen customers in the background. */
export function beginScreening({
  records,
  cached,
  listsNow,
  now,
  logger,
}: BeginScreeningParts): CustomerScreening {
  const states = screeningStateStore(records);
  const idle = { customers: customerStore(cached.customers), states: screeningStateStore(cached) };
  return openCustomerScreening({
    screener: screener({
      customers: customerStore(records.customers),
      matches: customerMatchStore(records.customerMatches),
      alerts: screeningAlertStore(records.screeningAlerts),
      states,
      bases: screeningBases(states),
      listsNow,
      now,
    }),
    models: records,
    async isNeeded() {
      const { lists } = listsNow();
      if (lists.versions.length === 0 || !(await idle.customers.hasAny())) return false;
      const { done, job } = await idle.states.read();
      if (job || isBehind(done, entriesInForce(lists))) return true;
      return (await idle.customers.pending(1)).length > 0;
    },
    logger,
  });
}
