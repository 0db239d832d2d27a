import { chunksOf } from '../../../shared/batch/chunks';
import { CordonError } from '../../../shared/errors/cordonError';
import { accountStore } from '../account/account.store';
import { fullKnowledge } from '../legalProcess/disclosure.rules';
import { legalProcessStore } from '../legalProcess/legalProcess.store';
import { measureStore } from '../measure/measure.store';
import { inForceAt } from '../measure/status.rules';
import type { MeasureRecord } from '../measure/measure.record';
import type { HoldingEvents } from './holdingsAt';
import { blockGrounds } from './blockGrounds';
import { actInstant } from '../law/newYorkDay.rules';
import { reportingOf } from './reportingRules';
import { holdingValuationStore } from '../valuation/holdingValuation.store';
import { venueStore } from '../venue/venue.store';
import { type BlockedProperty, blockedProperty } from './blockedProperty.rules';
import { type BlocksByAccount, heldAt, heldWhenBlocked } from './heldWhenBlocked';

export interface BlockedReportOptions {
  /** The instant of the report: the property blocked then, and the amounts held then. */
  readonly asOf: Date;
  /**
   * In place of the property blocked at `asOf`, the property that became blocked from this instant on until
   * then, also where the block has ended.
   */
  readonly begunSince?: Date;
  readonly accountId?: string;
  /** True to include accounts made up for illustration; each row is marked. */
  readonly includeIllustrative: boolean;
}

export interface BlockedReport {
  /** Accounts that were omitted because they are made up for illustration. */
  readonly illustrativeOmitted: number;
  /** Blocks that were omitted because 31 CFR 501.603 is not known to ask for a report of them. */
  readonly otherLawOmitted: number;
  /** Sorted by account and asset. */
  readonly rows: AsyncIterable<BlockedProperty>;
}

/** Accounts whose rows are made at once. */
const accountsABatch = 500;

/** The parts of the database from which a report is made. */
export interface BlockedReportSources extends HoldingEvents {
  readonly records: ReportRecords;
  readonly catchUp: { settle(): Promise<void> };
}

interface ReportRecords {
  readonly accounts: Parameters<typeof accountStore>[0];
  readonly venues: Parameters<typeof venueStore>[0];
  readonly measures: Parameters<typeof measureStore>[0];
  readonly processes: Parameters<typeof legalProcessStore>[0];
  readonly holdingValuations: Parameters<typeof holdingValuationStore>[0];
}

/**
 * Returns the property blocked by the operator's measures: one row for an account and an asset.
 * @throws CordonError UNKNOWN_ENTITY, for an account that does not exist
 */
export async function blockedReport(
  database: BlockedReportSources,
  options: BlockedReportOptions,
): Promise<BlockedReport> {
  const { asOf, begunSince, accountId, includeIllustrative } = options;
  await database.catchUp.settle();
  if (accountId !== undefined) {
    const found = await accountStore(database.records.accounts).byIds(null, [accountId]);
    if (found.length === 0)
      throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(accountId)}`);
  }
  const measures = await measureStore(database.records.measures).obliging(null);
  const asked = measures
    .filter((one) => one.kind === 'BLOCK' && (accountId === undefined || one.accountId === accountId))
    .filter((one) => isAsked(one, options));
  const groundsOf = await blockGrounds(asked, { stores: storesOf(database), knowledge: fullKnowledge });
  const blocks = asked.filter((one) => reportingOf(groundsOf(one)).underUsRule);
  const byAccount = new Map<string, MeasureRecord[]>();
  for (const block of blocks)
    byAccount.set(block.accountId, [...(byAccount.get(block.accountId) ?? []), block]);
  const madeUp = await illustrativeOf(database, byAccount);
  if (!includeIllustrative) for (const id of madeUp) byAccount.delete(id);
  return {
    otherLawOmitted: asked.length - blocks.length,
    illustrativeOmitted: includeIllustrative ? 0 : madeUp.size,
    rows: rowsOf(database, { byAccount, madeUp, asOf, begun: begunSince !== undefined }),
  };
}

/**
 * Tells if a block is in force as of the report, or began in the time asked for. A typed day begins as it
 * does in New York.
 */
function isAsked(
  { from, to }: Pick<MeasureRecord, 'from' | 'to'>,
  { asOf, begunSince }: BlockedReportOptions,
): boolean {
  const begun = actInstant(from);
  if (begunSince) return begun >= begunSince && begun <= asOf;
  return inForceAt({ from: begun, to: to ? actInstant(to) : null }, asOf);
}

const storesOf = ({ records }: BlockedReportSources) => ({
  processes: legalProcessStore(records.processes),
  venues: venueStore(records.venues),
});

/** The accounts of which anything is made up: the account itself or a block on it. */
async function illustrativeOf(
  { records }: BlockedReportSources,
  byAccount: BlocksByAccount,
): Promise<Set<string>> {
  const madeUp = new Set<string>();
  for (const batch of chunksOf([...byAccount.keys()], accountsABatch)) {
    const accounts = await accountStore(records.accounts).byIds(null, batch);
    for (const { _id, illustrative } of accounts) if (illustrative) madeUp.add(_id);
  }
  for (const [id, blocks] of byAccount) if (blocks.some(({ illustrative }) => illustrative)) madeUp.add(id);
  return madeUp;
}

interface Blocked {
  readonly byAccount: BlocksByAccount;
  readonly madeUp: ReadonlySet<string>;
  readonly asOf: Date;
  /** True where it covers property that was blocked in a time, and not property blocked at an instant. */
  readonly begun: boolean;
}

async function* rowsOf(
  { records, ...events }: BlockedReportSources,
  { byAccount, madeUp, asOf, begun }: Blocked,
): AsyncGenerator<BlockedProperty> {
  if (byAccount.size === 0) return;
  const holdingsOf = await (begun ? heldWhenBlocked : heldAt)(events, byAccount, asOf);
  for (const batch of chunksOf([...byAccount.keys()], accountsABatch)) {
    const blocks = batch.flatMap((id) => byAccount.get(id) ?? []);
    const venues = await venueStore(records.venues).byIds([...new Set(blocks.map((one) => one.venueId))]);
    const valuations = await holdingValuationStore(records.holdingValuations).byAccounts(null, batch);
    // A file is passed on: what must not be disclosed is not in it.
    const processes = await legalProcessStore(records.processes).byIds(
      blocks.flatMap(({ processIds }) => processIds),
      { restricted: false, name: '' },
    );
    for (const accountId of batch) {
      const own = byAccount.get(accountId) ?? [];
      const venueId = own[0]?.venueId ?? '';
      yield* blockedProperty({
        accountId,
        venue: venues.find(({ _id }) => _id === venueId) ?? { _id: venueId, name: '' },
        illustrative: madeUp.has(accountId),
        blocks: own,
        holdings: holdingsOf(accountId),
        withNothing: begun,
        valuations: valuations.filter((one) => one.accountId === accountId),
        processes: processes.filter(({ _id }) => own.some(({ processIds }) => processIds.includes(_id))),
        asOf,
      });
    }
  }
}
