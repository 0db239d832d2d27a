import type { Model, QueryFilter } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { pageById } from '../rows/pageById.store';
import type { ProposalRecord } from './proposal.record';
import type { ProposalState } from './proposalState.rules';

export interface ProposalQuery {
  readonly state: ProposalState | null;
  /** Of the lapsed and expired ones: only those after this instant. */
  readonly since?: Date | null;
  /** The instant at which the state is asked for. */
  readonly at: Date;
  readonly visibleTo: ProposalVisibility | null;
}

/** The proposals that are neither shown nor counted, for a caller who does not need to know everything. */
export interface ProposalVisibility {
  /** The caller. */
  readonly proposer: { readonly subject: string; readonly issuer: string };
  /** Proposals on one of these are hidden. */
  readonly hiddenProcesses: readonly string[];
  /** Proposals of others on one of these are hidden. */
  readonly withheldProcesses: readonly string[];
}

/** The only place that reads proposals. They are the operator's own: a query for a tenant finds none. */
export interface ProposalStore {
  byId(id: string): Promise<ProposalRecord | null>;
  /** For the obligations that their acts create. */
  byIds(ids: readonly string[]): Promise<ProposalRecord[]>;
  /** Sorted by id; the count is of all that fit. */
  page(query: ProposalQuery, page: PageArguments): Promise<Page<ProposalRecord>>;
}

export function proposalStore(proposals: Model<ProposalRecord>): ProposalStore {
  return {
    byId: (id) => proposals.findOne({ _id: id }).lean<ProposalRecord>(),
    byIds: (ids) => proposals.find({ _id: { $in: [...ids] } }).lean<ProposalRecord[]>(),
    page: (query, page) => pageById(proposals, filterOf(query), page),
  };
}

function filterOf({ state, at, since, visibleTo }: ProposalQuery): QueryFilter<ProposalRecord> {
  return {
    ...(visibleTo ? seenBy(visibleTo) : {}),
    ...(state === null ? {} : inState(state, at, since ?? null)),
  };
}

const seenBy = ({
  proposer: { subject, issuer },
  hiddenProcesses,
  withheldProcesses,
}: ProposalVisibility): QueryFilter<ProposalRecord> => ({
  processIds: { $nin: [...hiddenProcesses] },
  $or: [{ proposer: subject, proposerIssuer: issuer }, { processIds: { $nin: [...withheldProcesses] } }],
});

function inState(state: ProposalState, at: Date, since: Date | null): QueryFilter<ProposalRecord> {
  const expired = { $lte: at, ...(since ? { $gt: since } : {}) };
  switch (state) {
    case 'PENDING':
      return { outcome: null, expires: { $gt: at } };
    case 'EXPIRED':
      return { outcome: null, expires: expired, emergency: false };
    case 'LAPSED':
      return { outcome: null, expires: expired, emergency: true };
    case 'APPROVED':
    case 'REJECTED':
      return { outcome: state };
  }
}
