import type {
  Completeness,
  EvidenceAccountQuery,
  EvidenceTracesQuery,
  LedgerQuery,
  ListsQuery,
  WalletExposureQuery,
} from '../../graph/generated/graphql';

/** The subject of an evidence file: an account, and of it only the funds of one actor, one trace or one measure. */
export interface EvidenceSubject {
  readonly account: string;
  /** The actor from which the flagship question was asked. */
  readonly actor: string | undefined;
  readonly trace: string | undefined;
  readonly measure: string | undefined;
}

type Account = NonNullable<EvidenceAccountQuery['account']>;
type Measure = Account['measures'][number];
export interface EvidenceMeasure extends Omit<Measure, 'bases'> {
  /** Null where none may be seen: whether there are any is not known. */
  readonly bases: Measure['bases'] | null;
}
export interface EvidenceAccount extends Omit<Account, 'measures'> {
  /** Null where the one measure asked for is not among them. */
  readonly measures: readonly EvidenceMeasure[] | null;
}
type Traced = NonNullable<NonNullable<EvidenceTracesQuery['actor']>['frozenAccounts']>;
export type EvidenceTrace = Traced['nodes'][number];
export type ListInForce = NonNullable<ListsQuery['sanctionsLists']>[number];

/** A part that is not in the file, in words: which one, why, and the error's code where there is one. */
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
 * The evidence file, as it is downloaded. An unavailable part is null and named in `missing`; it is never an
 * empty list. A measure's `bases` omit those that the reader may not see; `missing` then says so.
 */
export interface Evidence {
  readonly format: 'cordon-evidence';
  readonly version: 1;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly about: EvidenceSubject;
  readonly account: EvidenceAccount | null;
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** Null where none is known: the absence of a trace is never asserted. */
  readonly traces: readonly EvidenceTrace[] | null;
  /** The completeness of each search: `COMPLETE`, or the way in which it was cut. */
  readonly completeness: readonly Completeness[];
  /**
   * The exposure of the last wallet of each trace, by method: its receipts by owner. Null where not known.
   */
  readonly exposures: Readonly<Record<string, WalletExposureQuery['wallet']>>;
  readonly lists: readonly ListInForce[] | null;
  readonly ledger: LedgerQuery['ledgerHead'] | null;
  readonly proofs: readonly EventProof[];
  readonly missing: readonly Missing[];
}
