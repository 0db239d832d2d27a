import type { Collection } from 'mongoose';
import type { LegalProcessRecord } from '../../legalProcess/legalProcess.record';
import type { MeasureRecord } from '../../measure/measure.record';
import type { ProposalRecord } from '../../proposal/proposal.record';
import type { ReportRecord } from '../../report/report.record';
import type { VenueRecord } from '../../venue/venue.record';
import type { OutflowRecord } from '../../outflow/outflow.record';
import type { Outflow } from '../unblockingReports.rules';
import type { AccountGrounds } from './accountDuties.rules';

export interface GroundsCollections {
  readonly measures: Collection<MeasureRecord>;
  readonly outflows: Collection<OutflowRecord>;
  readonly processes: Collection<LegalProcessRecord>;
  readonly proposals: Collection<ProposalRecord>;
  readonly venues: Collection<VenueRecord>;
  readonly reports: Collection<ReportRecord>;
}

/** The facts from which the duties of an account are made, with the last event that any of them reflects. */
export interface ReadGrounds extends AccountGrounds {
  readonly latest: number;
  /** True where it ever had a measure that obliges, as far as can be told. */
  readonly everObliged: boolean;
}

/** Reads the grounds of duties from the rows of the other views. */
export interface DutyGrounds {
  grounds(accountIds: readonly string[]): Promise<ReadGrounds[]>;
  /** Every account that a measure is on, sorted; an id may come more than once. */
  accountIds(): AsyncIterable<string>;
  /** The reports that name any of these duties, in the order in which they meet them. */
  reportsNaming(dutyIds: readonly string[]): Promise<ReportRecord[]>;
}

const isObliging = ({ kind, emergency, observed }: MeasureRecord) =>
  !observed && (kind === 'BLOCK' || (kind === 'FREEZE' && emergency));

/** A measure with one version was never otherwise than it is. */
const mayHaveObliged = (measure: MeasureRecord) =>
  isObliging(measure) ||
  (measure.versions.length > 1 && measure.versions.some(({ kind }) => kind === 'BLOCK' || kind === 'FREEZE'));

const byId = <Row extends { readonly _id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row._id, row]));

const byAccount = <Row extends { readonly accountId: string }>(rows: readonly Row[]) => {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.accountId, [...(grouped.get(row.accountId) ?? []), row]);
  return grouped;
};

export function dutyGroundsStore(collections: GroundsCollections): DutyGrounds {
  const { measures, outflows, processes, proposals, venues, reports } = collections;
  const inIds = (ids: Iterable<string>) => ({ _id: { $in: [...new Set(ids)] } });
  return {
    async grounds(accountIds) {
      const ids = [...accountIds];
      const sent = await outflows
        .find({ accountId: { $in: ids } })
        .sort({ accountId: 1, at: 1 })
        .toArray();
      const reached = [...new Set([...ids, ...sent.flatMap(({ receivedBy }) => receivedBy)])];
      const [found, moved, made] = await Promise.all([
        measures.find({ accountId: { $in: reached } }).toArray(),
        measures.find({ formerAccountIds: { $in: reached } }).toArray(),
        proposals.find(inIds(sent.flatMap(({ proposalId }) => proposalId ?? []))).toArray(),
      ]);
      const [bases, places] = await Promise.all([
        processes
          .find(
            inIds([
              ...found.flatMap(({ processIds, endProcessIds }) => [...processIds, ...endProcessIds]),
              ...made.flatMap(({ processIds }) => processIds),
            ]),
          )
          .toArray(),
        venues.find(inIds(found.map(({ venueId }) => venueId))).toArray(),
      ]);
      const read: Read = {
        measures: byAccount(found),
        outflows: byAccount(sent),
        moved,
        proposals: byId(made),
        processes: byId(bases),
        venues: byId(places),
      };
      return ids.map((accountId) => groundsOf(accountId, read));
    },
    async *accountIds() {
      const found = measures.find({}, { projection: { accountId: 1 } }).sort({ accountId: 1, from: 1 });
      for await (const { accountId } of found) yield accountId;
    },
    reportsNaming: (dutyIds) =>
      dutyIds.length === 0
        ? Promise.resolve([])
        : reports
            .find({ obligationIds: { $in: [...dutyIds] }, retracted: { $ne: true } })
            .sort({ filedAt: 1, _id: 1 })
            .toArray(),
  };
}

interface Read {
  readonly measures: ReadonlyMap<string, readonly MeasureRecord[]>;
  readonly outflows: ReadonlyMap<string, readonly OutflowRecord[]>;
  readonly moved: readonly MeasureRecord[];
  readonly proposals: ReadonlyMap<string, ProposalRecord>;
  readonly processes: ReadonlyMap<string, LegalProcessRecord>;
  readonly venues: ReadonlyMap<string, VenueRecord>;
}

function groundsOf(accountId: string, read: Read): ReadGrounds {
  const sent = read.outflows.get(accountId) ?? [];
  const reached = [...new Set([accountId, ...sent.flatMap(({ receivedBy }) => receivedBy)])];
  const measures = reached.flatMap((id) => read.measures.get(id) ?? []);
  const moved = read.moved.filter(({ formerAccountIds = [] }) =>
    formerAccountIds?.some((id) => reached.includes(id)),
  );
  const proposals = sent.flatMap(({ proposalId }) => read.proposals.get(proposalId ?? '') ?? []);
  const processes = [
    ...measures.flatMap(({ processIds, endProcessIds }) => [...processIds, ...endProcessIds]),
    ...proposals.flatMap(({ processIds }) => processIds),
  ].flatMap((id) => read.processes.get(id) ?? []);
  const venues = measures.flatMap(({ venueId }) => read.venues.get(venueId) ?? []);
  const rows = [...measures, ...moved, ...sent, ...proposals, ...processes, ...venues];
  const own = read.measures.get(accountId) ?? [];
  return {
    accountId,
    measures: measures.filter((measure) => !measure.retracted && isObliging(measure)).sort(inOrder),
    outflows: sent.filter(({ retracted }) => !retracted).map((one) => withProcesses(one, read.proposals)),
    processes: byId(processes.filter(({ retracted }) => !retracted)),
    jurisdictions: new Map(
      venues
        .filter(({ retracted }) => !retracted)
        .map(({ _id, jurisdictions }) => [_id, jurisdictions ?? null]),
    ),
    latest: rows.reduce((latest, { sequence }) => Math.max(latest, sequence), 0),
    everObliged: own.some(mayHaveObliged) || moved.some((one) => one.formerAccountIds?.includes(accountId)),
  };
}

/** As the store of measures sorts them: by account, then by beginning. */
const inOrder = (a: MeasureRecord, b: MeasureRecord) =>
  compare(a.accountId, b.accountId) || a.from.getTime() - b.from.getTime() || compare(a._id, b._id);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const withProcesses = (outflow: OutflowRecord, proposals: Read['proposals']): Outflow => ({
  ...outflow,
  processIds: proposals.get(outflow.proposalId ?? '')?.processIds ?? [],
});
