import type { Model } from 'mongoose';
import type { AttributionRecord } from '../../attribution/attribution.record';
import type { DepositRecord } from '../../deposit/deposit.record';
import { depositKeys } from './depositKeys.store';
import { tracePolicy } from '../engine/tracePolicy';
import type { Tenant } from '../../vocabulary/tenant';
import { minTraceConfidence } from '../../attribution/confidence';

/**
 * The facts about wallets that the engine keeps in memory beside their transfers. All are only ever added to.
 */
export interface MarkedWalletStore {
  /** Counts the statements of deposit wallets: the number changes where one was added. */
  countDeposits(): Promise<number>;
  /** Counts the statements of wallets: the number changes where one was added. */
  countStatements(): Promise<number>;
  /** The match keys of a venue's deposit wallets, or of all venues' for the operator, and whether a trace ends there. */
  depositKeys(tenant: Tenant): Promise<ReadonlyMap<string, boolean>>;
  /**
   * Returns the match keys of wallets that are a service's by statements, confident enough and by sources
   * that all may see.
   */
  serviceKeys(): AsyncIterable<string>;
  /** Returns the statements about wallets, by sources that all may see. */
  statements(matchKeys: readonly string[]): Promise<AttributionRecord[]>;
}

interface MarkedModels {
  readonly deposits: Model<DepositRecord>;
  readonly attributions: Model<AttributionRecord>;
}

/**
 * A partner's answer must not rest on statements for the operator only, and all are answered from one state.
 */
const shared = { audience: { $ne: 'HOUSE' as const } };

export function markedWalletStore({ deposits, attributions }: MarkedModels): MarkedWalletStore {
  return {
    countDeposits: () => deposits.estimatedDocumentCount(),
    countStatements: () => attributions.estimatedDocumentCount(),
    depositKeys: (tenant) => depositKeys(deposits, tenant),
    serviceKeys: () =>
      keysOf(
        attributions
          .find(
            {
              concepts: { $in: [...tracePolicy.serviceConcepts] },
              confidence: { $gte: minTraceConfidence },
              stance: 'ASSERTS',
              ...shared,
            },
            { matchKey: 1 },
          )
          .lean<KeyRow[]>()
          .cursor(),
      ),
    statements: (matchKeys) =>
      attributions.find({ matchKey: { $in: [...matchKeys] }, ...shared }).lean<AttributionRecord[]>(),
  };
}

interface KeyRow {
  readonly matchKey: string;
}

async function* keysOf(rows: AsyncIterable<KeyRow>): AsyncGenerator<string> {
  for await (const { matchKey } of rows) yield matchKey;
}
