import type { Change } from './changeText';

/** A record that changes rest on. Its id is unique among those of its kind. */
export interface Cause {
  readonly kind: 'STATEMENT' | 'DESIGNATION' | 'VERSION' | 'DEPOSIT' | 'TRANSACTION' | 'TRACE';
  readonly id: string;
}

/** An alert may rest on many transactions: this many of them are listed. */
const maxTransactions = 5;

export interface Causes {
  readonly shown: readonly Cause[];
  /** The number of further transactions. */
  readonly moreTransactions: number;
}

/** The records that the changes of an alert rest on, each once. */
export function causesOf(changes: readonly Change[]): Causes {
  const all = changes.flatMap(({ cause }) => recordsOf(cause));
  const distinct = [...new Map(all.map((cause) => [`${cause.kind} ${cause.id}`, cause])).values()];
  const transactions = distinct.filter(({ kind }) => kind === 'TRANSACTION');
  const omitted = new Set(transactions.slice(maxTransactions));
  return { shown: distinct.filter((cause) => !omitted.has(cause)), moreTransactions: omitted.size };
}

function recordsOf(cause: Change['cause']): readonly Cause[] {
  const { statementIds, designationId, versions, depositId, transfers, trace } = cause;
  return [
    ...statementIds.map((id) => ({ kind: 'STATEMENT', id }) as const),
    ...(designationId ? [{ kind: 'DESIGNATION', id: designationId } as const] : []),
    ...versions.map((id) => ({ kind: 'VERSION', id }) as const),
    ...(depositId ? [{ kind: 'DEPOSIT', id: depositId } as const] : []),
    ...transfers.map(({ txHash, from }) => ({ kind: 'TRANSACTION', id: `${from.chain}:${txHash}` }) as const),
    ...(trace ? [{ kind: 'TRACE', id: trace.id } as const] : []),
  ];
}
