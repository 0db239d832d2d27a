import type { Ledger } from '@cordon/ledger';
import type { Logger } from '../../shared/logger/logger';
import type { SanctionsRecords } from './connectSanctions';
import { decisionStore } from './decision/decision.store';
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
  /** Of the decisions on matches. */
  readonly ledger: Ledger;
  /** The same collections, whose reads are answered from memory while nothing is written. */
  readonly cached: Pick<SanctionsRecords, 'customers' | keyof Parameters<typeof screeningStateStore>[0]>;
  readonly listsNow: () => ListsNow;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Begins to screen customers in the background. */
export function beginScreening({
  records,
  ledger,
  cached,
  listsNow,
  now,
  logger,
}: BeginScreeningParts): CustomerScreening {
  const states = screeningStateStore(records);
  let checkedOn = '';
  const idle = { customers: customerStore(cached.customers), states: screeningStateStore(cached) };
  const inSteps = screener({
    customers: customerStore(records.customers),
    matches: customerMatchStore(records.customerMatches),
    alerts: screeningAlertStore(records.screeningAlerts),
    states,
    decisions: decisionStore(records, ledger),
    bases: screeningBases(states),
    listsNow,
    now,
  });
  return openCustomerScreening({
    screener: {
      ...inSteps,
      async step(lease) {
        const day = dayOf(now());
        const isMore = await inSteps.step(lease);
        checkedOn = day;
        return isMore;
      },
    },
    models: records,
    async isNeeded() {
      const { lists } = listsNow();
      if (lists.versions.length === 0 || !(await idle.customers.hasAny())) return false;
      // Decisions expire with the day.
      if (dayOf(now()) !== checkedOn) return true;
      const { done, job } = await idle.states.read();
      if (job || isBehind(done, entriesInForce(lists))) return true;
      return (await idle.customers.pending(1)).length > 0;
    },
    logger,
  });
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
