import type { Collection } from 'mongoose';
import { affectedAccounts } from './affectedAccounts.store';
import type { AnnualYearsRecord } from './annualYears.record';
import { annualYearsStore } from './annualYears.store';
import type { BlockedYearsRecord } from './blockedYears.record';
import { derivedRowsStore } from './derivedRows.store';
import type { DutyStores } from './duties';
import type { DutyRecord } from './duty.record';
import { dutyGroundsStore, type GroundsCollections } from './dutyGrounds.store';

interface Collections extends GroundsCollections {
  readonly duties: Collection<DutyRecord>;
  readonly blockedYears: Collection<BlockedYearsRecord>;
  readonly annualYears: Collection<AnnualYearsRecord>;
}

export const dutyStores = (collections: Collections): DutyStores => ({
  grounds: dutyGroundsStore(collections),
  duties: derivedRowsStore<DutyRecord>(collections.duties),
  blockedYears: derivedRowsStore<BlockedYearsRecord>(collections.blockedYears),
  annualYears: annualYearsStore(collections),
  affected: (events) => affectedAccounts(collections, events),
});
