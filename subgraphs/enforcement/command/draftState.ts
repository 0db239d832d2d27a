import type { AccountRecord } from '../account/account.record';
import type { HoldingRecord } from '../holding/holding.record';
import type { EventPayload } from '../ledger/events';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { MeasureRecord } from '../measure/measure.record';
import type { Person } from '../vocabulary/person.rules';

/** What the decision on a draft needs to know. */
export interface DraftState {
  readonly account: AccountRecord;
  /** Where a transfer goes. */
  readonly toAccount: AccountRecord | null;
  /** Those that the draft names. */
  readonly processes: readonly LegalProcessRecord[];
  /** All measures on the account, as they are known now. */
  readonly onAccount: readonly MeasureRecord[];
  /** What the measure that a release ends rests on. */
  readonly bases: readonly LegalProcessRecord[];
  /** Whether who asks is shown all of these. */
  readonly basesShown: boolean;
  /** Of both accounts. */
  readonly holdings: readonly HoldingRecord[];
}

/** Who does it, and when. */
export interface ActOf {
  readonly at: Date;
  /** Null while it is only proposed, and in an emergency. */
  readonly checker: Person | null;
}

export type DraftFacts = Pick<EventPayload, 'measures' | 'measureChanges' | 'movements'>;
