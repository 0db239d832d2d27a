import type { AccountRecord } from '../account/account.record';
import type { HoldingRecord } from '../holding/holding.record';
import type { EventPayload } from '../ledger/events';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { MeasureRecord } from '../measure/measure.record';
import type { Person } from '../vocabulary/person.rules';

/** The state that the decision on a draft needs. */
export interface DraftState {
  readonly account: AccountRecord;
  /** The target of a transfer. */
  readonly toAccount: AccountRecord | null;
  /** The processes that the draft names. */
  readonly processes: readonly LegalProcessRecord[];
  /** All measures on the account, as they are known now. */
  readonly onAccount: readonly MeasureRecord[];
  /** The bases of the measure that a release ends. */
  readonly bases: readonly LegalProcessRecord[];
  /** True where the caller is shown all of these. */
  readonly basesShown: boolean;
  /** Of both accounts. */
  readonly holdings: readonly HoldingRecord[];
}

/** The person and the time of the act. */
export interface ActOf {
  readonly at: Date;
  /** Null while it is only proposed, and in an emergency. */
  readonly checker: Person | null;
}

export type DraftFacts = Pick<EventPayload, 'measures' | 'measureChanges' | 'movements'>;
