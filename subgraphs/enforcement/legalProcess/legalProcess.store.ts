import type { Model, QueryFilter } from 'mongoose';
import type { Page, PageArguments } from '../../../shared/pagination/page';
import { notRetracted } from '../projection/projectionFields.record';
import { givenFields } from '../rows/givenFields';
import { pageById } from '../rows/pageById.store';
import { isOfTenant, type Tenant } from '../rows/tenancy';
import type { LegalProcessKind } from '../vocabulary/legalProcessKinds';
import type { ProcessKnowledge } from './disclosure.rules';
import type { LegalProcessRecord } from './legalProcess.record';

/** The caller of the list of processes. */
export interface ProcessViewer {
  readonly knowledge: ProcessKnowledge;
  readonly tenant: Tenant;
}

/** The filter of the list of processes; an absent or null field excludes none. */
export interface ProcessQuery extends ProcessViewer {
  readonly kind?: LegalProcessKind | null;
  /** The id of an account that it names. */
  readonly account?: string | null;
  readonly docket?: string | null;
  /** Only those that expire before this instant. */
  readonly expiresBefore?: Date | null;
}

/** The only place that reads legal processes. */
export interface LegalProcessStore {
  /**
   * Returns processes by id. One that must not be disclosed to the caller is not read at all: the caller sees
   * neither it nor that something is missing (DOMAIN, invariant 8).
   */
  byIds(ids: readonly string[], knowledge: ProcessKnowledge): Promise<LegalProcessRecord[]>;
  /**
   * Returns the processes that a caller may not know of: records on them are omitted from lists that would
   * disclose them.
   */
  hiddenFrom(knowledge: ProcessKnowledge): Promise<string[]>;
  /** The processes that somebody is not shown as a basis (disclosure.rules.ts): the hidden ones, and others. */
  withheldFrom(knowledge: ProcessKnowledge): Promise<string[]>;
  /**
   * Returns those of these ids that are or ever were a process, also retracted ones: for checks of
   * disclosure.
   */
  idsEver(ids: readonly string[]): Promise<string[]>;
  /** Sorted by id; the count is of all that fit and that the viewer may see. */
  page(query: ProcessQuery, page: PageArguments): Promise<Page<LegalProcessRecord>>;
  /** One that the viewer sees in the list. */
  listed(id: string, viewer: ProcessViewer): Promise<LegalProcessRecord | null>;
}

export function legalProcessStore(processes: Model<LegalProcessRecord>): LegalProcessStore {
  return {
    byIds: (ids, knowledge) =>
      processes
        .find({ _id: { $in: [...ids] }, ...notRetracted, ...knownTo(knowledge) })
        .lean<LegalProcessRecord[]>(),
    withheldFrom: async ({ restricted, name }) =>
      restricted
        ? []
        : processes.distinct('_id', {
            $or: [{ disclosure: 'RESTRICTED' }, { mayNotify: false }],
            audience: { $ne: name },
          }),
    idsEver: (ids) => processes.distinct('_id', { _id: { $in: [...ids] } }),
    hiddenFrom: async ({ restricted, name }) =>
      restricted ? [] : processes.distinct('_id', { disclosure: 'RESTRICTED', audience: { $ne: name } }),
    page: (query, page) =>
      pageById(processes, { $and: [notRetracted, listedFor(query), askedFor(query)] }, page),
    listed: (id, viewer) =>
      processes.findOne({ $and: [{ _id: id }, notRetracted, listedFor(viewer)] }).lean<LegalProcessRecord>(),
  };
}

/** A tenant finds nothing by the account of another: which of those a process names is not its to know. */
function askedFor({
  kind,
  account,
  docket,
  expiresBefore,
  tenant,
}: ProcessQuery): QueryFilter<LegalProcessRecord> {
  const isOfOther = typeof account === 'string' && !isOfTenant(account, tenant);
  return givenFields({
    kind,
    docket,
    scope: isOfOther ? { $in: [] } : account,
    expiry: expiresBefore && { $lt: expiresBefore },
  });
}

/**
 * Returns the processes that a viewer is shown as a basis (`isVisibleBasis`); of those without an audience, a
 * tenant sees only those that name its accounts. A longer list would disclose by its gaps that a measure
 * rests on a restricted process.
 */
function listedFor({
  knowledge: { restricted, name },
  tenant,
}: ProcessViewer): QueryFilter<LegalProcessRecord> {
  if (restricted) return {};
  return {
    $or: [{ audience: name }, { ...ownScope(tenant), disclosure: 'OPEN' as const, mayNotify: true }],
  };
}

/** Ids of a tenant's accounts begin with `<tenant>:`, and `;` is the character after `:`. */
const ownScope = (tenant: Tenant) =>
  tenant === null ? {} : { scope: { $elemMatch: { $gte: `${tenant}:`, $lt: `${tenant};` } } };

const knownTo = ({ restricted, name }: ProcessKnowledge) =>
  restricted ? {} : { $or: [{ disclosure: 'OPEN' as const }, { audience: name }] };
