import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasMeasures } from '../measure/measure.context';
import type { HasOutflows } from '../outflow/outflow.context';
import type { HasProposals } from '../proposal/proposal.context';
import type { HasReports } from '../report/report.context';
import type { HasVenues } from '../venue/venue.context';
import type { RequestContext } from '../rows/request';
import { loadAll } from '../rows/loadAll';
import { knowsAll } from '../legalProcess/disclosure.rules';
import type { MeasureRecord } from '../measure/measure.record';
import type { ReportRecord } from '../report/report.record';
import { blockGrounds } from '../report/blockGrounds';
import { type Obligation, obligationsAt } from './obligation.rules';
import type { Outflow } from './unblockingReports.rules';

/** What obligations are derived from. */
export type HasObligations = Pick<HasMeasures, 'stores'> &
  Pick<HasReports, 'stores'> &
  Pick<HasProposals, 'stores'> &
  Pick<HasLegalProcesses, 'stores' | 'knowledge'> &
  Pick<HasVenues, 'stores'> &
  HasOutflows &
  Pick<RequestContext, 'tenant' | 'now'>;

/**
 * Every obligation that there is now at the venues that the caller may see, in the order of the list. They are derived
 * at each call, from the blocks and emergency freezes that are ours: a few kilobytes of memory for each of those.
 */
export async function obligationsNow(context: HasObligations): Promise<Obligation<ReportRecord>[]> {
  const { stores, tenant, now } = context;
  // A command asks again where another writer was first.
  context.outflowsByAccount.clearAll();
  const [measures, reports] = await Promise.all([stores.measures.obliging(tenant), stores.reports.all()]);
  const outflows = await outflowsOf(measures, context);
  const [processes, groundsOf] = await Promise.all([
    licences(measures, outflows, context),
    blockGrounds(measures, context),
  ]);
  const acts = measures.map((measure) => ({ ...measure, ...groundsOf(measure) }));
  return obligationsAt({ acts, outflows, processes, reports }, now);
}

async function outflowsOf(acts: readonly MeasureRecord[], context: HasObligations): Promise<Outflow[]> {
  const blocked = acts.filter(({ kind }) => kind === 'BLOCK').map(({ accountId }) => accountId);
  const found = (await loadAll(context.outflowsByAccount, [...new Set(blocked)])).flat();
  const proposalIds = found.map(({ proposalId }) => proposalId).filter((id) => typeof id === 'string');
  const proposals = await context.stores.proposals.byIds(proposalIds);
  const processIds = new Map(proposals.map((proposal) => [proposal._id, proposal.processIds]));
  return found.map((one) => ({ ...one, processIds: processIds.get(one.proposalId ?? '') ?? [] }));
}

/**
 * The processes that blocks ended on and transfers were done under, whoever asks: whether there is an obligation is the
 * same for everybody, and no answer names the process.
 */
async function licences(
  acts: readonly MeasureRecord[],
  outflows: readonly Outflow[],
  { stores }: HasObligations,
): Promise<ReadonlyMap<string, Awaited<ReturnType<typeof stores.processes.byIds>>[number]>> {
  const ids = [
    ...acts.flatMap(({ endProcessIds }) => endProcessIds),
    ...outflows.flatMap(({ processIds }) => processIds),
  ];
  const found = await stores.processes.byIds([...new Set(ids)], knowsAll);
  return new Map(found.map((process) => [process._id, process]));
}
