import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { EnforcementDatabase } from '../../subgraphs/enforcement/connectEnforcement';
import { knowledgeOf, fullKnowledge } from '../../subgraphs/enforcement/legalProcess/disclosure.rules';
import { legalProcessStore } from '../../subgraphs/enforcement/legalProcess/legalProcess.store';
import { measureStore } from '../../subgraphs/enforcement/measure/measure.store';
import { blockGrounds } from '../../subgraphs/enforcement/report/blockGrounds';
import { type Obligation, obligationsAt } from '../../subgraphs/enforcement/obligation/obligation.rules';
import { outflowStore } from '../../subgraphs/enforcement/outflow/outflow.store';
import { proposalStore } from '../../subgraphs/enforcement/proposal/proposal.store';
import type { ReportRecord } from '../../subgraphs/enforcement/report/report.record';
import { venueStore } from '../../subgraphs/enforcement/venue/venue.store';

/**
 * Returns every obligation that a caller may see at an instant, in the order of the list. Derives them by the
 * rules from all measures, outflows, processes, venues and reports. The stored duties are compared with them.
 */
export async function obligationsDerived(
  { records }: EnforcementDatabase,
  caller: Identity,
  now: Date,
): Promise<Obligation<ReportRecord>[]> {
  const tenant = tenantOf(caller);
  const stores = {
    processes: legalProcessStore(records.processes),
    venues: venueStore(records.venues),
  };
  const measures = await measureStore(records.measures).obliging(tenant);
  const groundsOf = await blockGrounds(measures, { stores, knowledge: knowledgeOf(caller) });
  const found = await outflowStore(records.outflows).byAccounts(tenant, [
    ...new Set(measures.map(({ accountId }) => accountId)),
  ]);
  const proposals = await proposalStore(records.proposals).byIds(
    found.flatMap(({ proposalId }) => proposalId ?? []),
  );
  const under = new Map(proposals.map(({ _id, processIds }) => [_id, processIds]));
  const outflows = found.map((one) => ({ ...one, processIds: under.get(one.proposalId ?? '') ?? [] }));
  const ids = [
    ...measures.flatMap(({ endProcessIds }) => endProcessIds),
    ...outflows.flatMap(({ processIds }) => processIds),
  ];
  const processes = await stores.processes.byIds(ids, fullKnowledge);
  const reports = await records.reports
    .find({ retracted: { $ne: true } })
    .sort({ filedAt: 1, _id: 1 })
    .lean<ReportRecord[]>();
  return obligationsAt(
    {
      acts: measures.map((measure) => ({ ...measure, ...groundsOf(measure) })),
      outflows,
      processes: new Map(processes.map((process) => [process._id, process])),
      reports,
    },
    now,
  );
}
