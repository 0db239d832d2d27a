import type { Model } from 'mongoose';
import { storeDeposits } from './storeDeposits.store';
import type { DepositRecord } from './deposit.record';
import type { Tenant } from '../vocabulary/tenant';
import { type ImportModels, type UnfinishedRow, unfinishedStages } from '../sequence/unfinishedImports.store';
import { type Registration, registrationsOf } from './registration.rules';

const within = (tenant: Tenant) => (tenant === null ? {} : { venueId: tenant });

/** The only place that queries deposits. Queries that name an account are confined to the tenant. */
export interface DepositStore {
  /** Returns registrations, also those that were ended. */
  byMatchKeys(matchKeys: readonly string[], tenant: Tenant): Promise<Registration[]>;
  /** The same, and in the same query the imports that were not wholly here once these were read. */
  withUnfinished(matchKeys: readonly string[], tenant: Tenant): Promise<RegistrationsRead>;
  byAccounts(accountIds: readonly string[], tenant: Tenant): Promise<Registration[]>;
  /** Returns the accounts that have, or had, a wallet here, each with its `illustrative` flag. */
  knownAccounts(accountIds: readonly string[], tenant: Tenant): Promise<ReadonlyMap<string, boolean>>;
  /** Stores the statements that say something new, and answers their places. */
  add(rows: readonly DepositRecord[]): Promise<ReadonlySet<number>>;
}

export interface RegistrationsRead {
  readonly registrations: readonly Registration[];
  /** Names of cases, and of publications of lists. */
  readonly unfinished: readonly string[];
}

export interface DepositModels extends ImportModels {
  readonly deposits: Model<DepositRecord>;
}

export function depositStore({ deposits, ...imports }: DepositModels): DepositStore {
  const unfinished = {
    $unionWith: {
      coll: imports.loadedCases.collection.collectionName,
      pipeline: unfinishedStages(imports),
    },
  };
  return {
    async withUnfinished(matchKeys, tenant) {
      const found = await deposits.aggregate<DepositRecord | UnfinishedRow>([
        { $match: { matchKey: { $in: [...matchKeys] }, ...within(tenant) } },
        unfinished,
      ]);
      return {
        registrations: registrationsOf(found.flatMap((row) => ('unfinished' in row ? [] : [row]))),
        unfinished: found.flatMap((row) => ('unfinished' in row ? [row.unfinished] : [])),
      };
    },
    byMatchKeys: async (matchKeys, tenant) =>
      registrationsOf(
        await deposits.find({ matchKey: { $in: [...matchKeys] }, ...within(tenant) }).lean<DepositRecord[]>(),
      ),
    byAccounts: async (accountIds, tenant) =>
      registrationsOf(
        await deposits
          .find({ accountId: { $in: [...accountIds] }, ...within(tenant) })
          .lean<DepositRecord[]>(),
      ),
    async knownAccounts(accountIds, tenant) {
      const found = await deposits
        .aggregate<{ _id: string; illustrative: boolean }>([
          { $match: { accountId: { $in: [...accountIds] }, ...within(tenant) } },
          { $group: { _id: '$accountId', illustrative: { $max: '$illustrative' } } },
        ])
        .exec();
      return new Map(found.map(({ _id, illustrative }) => [_id, illustrative]));
    },
    async add(rows) {
      return new Set((await storeDeposits(deposits, rows, 'say')).stored);
    },
  };
}
