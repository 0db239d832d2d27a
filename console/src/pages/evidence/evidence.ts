import type {
  EvidenceAccountQuery,
  EvidenceTracesQuery,
  LedgerQuery,
  ListsQuery,
  WalletExposureQuery,
} from '../../graph/generated/graphql';

/** What evidence is asked for: an account, and of what reached it only the funds of one actor, one trace or one measure. */
export interface EvidenceSubject {
  readonly account: string;
  /** The actor from which the flagship question was asked. */
  readonly actor: string | undefined;
  readonly trace: string | undefined;
  readonly measure: string | undefined;
}

type Account = NonNullable<EvidenceAccountQuery['account']>;
export type EvidenceMeasure = Account['measures'][number];
export interface EvidenceAccount extends Omit<Account, 'measures'> {
  /** Null where the one measure asked for is not among them. */
  readonly measures: readonly EvidenceMeasure[] | null;
}
type Traced = NonNullable<NonNullable<EvidenceTracesQuery['actor']>['frozenAccounts']>;
export type EvidenceTrace = Traced['nodes'][number];
export type ListInForce = NonNullable<ListsQuery['sanctionsLists']>[number];

/** What is not in the file, in words: which part, why, and the error's code where there is one. */
export interface Missing {
  readonly part: string;
  readonly reason: string;
  readonly code: string | undefined;
}

export interface EventProof {
  readonly event: number;
  /** As `cordon ledger prove` prints it. */
  readonly proof: unknown;
}

/**
 * The evidence file, as it is downloaded. What could not be had is null and named in `missing`; it is never an empty
 * list. Only the bases that a reader may not see are left out of a measure's `bases`; `missing` then says so.
 */
export interface Evidence {
  readonly format: 'cordon-evidence';
  readonly version: 1;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly about: EvidenceSubject;
  readonly account: EvidenceAccount | null;
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** Null where none is known: that no trace is there is never said. */
  readonly traces: readonly EvidenceTrace[] | null;
  /** How each search went: `COMPLETE`, or how it was cut. */
  readonly completeness: readonly string[];
  /** Of the last wallet of each trace, by the method: how much of what it received is from whom. */
  readonly exposures: Readonly<Record<string, WalletExposureQuery['wallet']>>;
  readonly lists: readonly ListInForce[] | null;
  readonly ledger: LedgerQuery['ledgerHead'] | null;
  readonly proofs: readonly EventProof[];
  readonly missing: readonly Missing[];
}
