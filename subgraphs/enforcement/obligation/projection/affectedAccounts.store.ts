import type { Collection } from 'mongoose';
import { chunksOf } from '../../../../shared/batch/chunks';
import type { ProjectedEvent } from '../../projection/projection';
import type { DutyRecord } from './duty.record';
import type { GroundsCollections } from './dutyGrounds.store';

interface Collections extends GroundsCollections {
  readonly duties: Collection<DutyRecord>;
}

interface Named {
  readonly id: string;
}

/** The facts of an event on which duties rest. */
export type DutyEvent = ProjectedEvent<{
  readonly venues?: readonly Named[];
  readonly measures?: readonly (Named & { readonly accountId: string })[];
  readonly measureChanges?: readonly { readonly measureId: string }[];
  readonly processes?: readonly Named[];
  readonly movements?: readonly { readonly accountId: string }[];
  readonly proposal?: Named;
  readonly reports?: readonly (Named & { readonly obligationIds: readonly string[] })[];
}>;

/** Returns the accounts whose duties may be others after events: all that what the events say is a ground of. */
export async function affectedAccounts(
  { measures, outflows, proposals, duties }: Collections,
  events: readonly DutyEvent[],
): Promise<string[]> {
  const named = namedIn(events);
  const accounts = new Set(named.accounts);
  const add = (ids: readonly string[]) => {
    for (const id of ids) accounts.add(id);
  };
  const obliging = { kind: { $in: ['BLOCK', 'FREEZE'] as ('BLOCK' | 'FREEZE')[] } };
  const onMeasures = inGroups(named.measures, async (ids) => {
    const found = await measures
      .find({ _id: { $in: ids } }, { projection: { accountId: 1, formerAccountIds: 1 } })
      .toArray();
    add(found.flatMap(({ accountId, formerAccountIds }) => [accountId, ...(formerAccountIds ?? [])]));
  });
  const onProcesses = inGroups(named.processes, async (ids) => {
    add(await measures.distinct('accountId', { processIds: { $in: ids } }));
    add(await measures.distinct('accountId', { endProcessIds: { $in: ids } }));
    const made = await proposals.distinct('_id', { processIds: { $in: ids } });
    await inGroups(new Set(made), async (group) =>
      add(await outflows.distinct('accountId', { proposalId: { $in: group } })),
    );
  });
  const onProposals = inGroups(named.proposals, async (ids) =>
    add(await outflows.distinct('accountId', { proposalId: { $in: ids } })),
  );
  const inVenues = inGroups(named.venues, async (ids) =>
    add(await measures.distinct('accountId', { venueId: { $in: ids }, ...obliging })),
  );
  const met = inGroups(named.obligations, async (ids) =>
    add(await duties.distinct('accountId', { dutyId: { $in: ids } })),
  );
  const meetingBefore = inGroups(named.reports, async (ids) =>
    add(await duties.distinct('accountId', { metBy: { $in: ids } })),
  );
  await Promise.all([onMeasures, onProcesses, onProposals, inVenues, met, meetingBefore]);
  await inGroups(new Set(accounts), async (ids) =>
    add(await outflows.distinct('accountId', { receivedBy: { $in: ids } })),
  );
  return [...accounts];
}

async function inGroups(ids: ReadonlySet<string>, work: (group: string[]) => Promise<void>): Promise<void> {
  for (const group of chunksOf([...ids])) await work(group);
}

function namedIn(events: readonly DutyEvent[]) {
  const named = {
    accounts: new Set<string>(),
    measures: new Set<string>(),
    processes: new Set<string>(),
    proposals: new Set<string>(),
    venues: new Set<string>(),
    reports: new Set<string>(),
    obligations: new Set<string>(),
  };
  for (const { payload } of events) {
    for (const { id, accountId } of payload.measures ?? []) {
      named.measures.add(id);
      named.accounts.add(accountId);
    }
    for (const { measureId } of payload.measureChanges ?? []) named.measures.add(measureId);
    for (const { id } of payload.processes ?? []) named.processes.add(id);
    for (const { id } of payload.venues ?? []) named.venues.add(id);
    for (const { accountId } of payload.movements ?? []) named.accounts.add(accountId);
    if (payload.proposal) named.proposals.add(payload.proposal.id);
    for (const { id, obligationIds } of payload.reports ?? []) {
      named.reports.add(id);
      for (const obligation of obligationIds) named.obligations.add(obligation);
    }
    for (const { view, id } of payload.retracted ?? [])
      if (view === 'measures' || view === 'processes' || view === 'venues') named[view].add(id);
  }
  return named;
}
