import assert from 'node:assert/strict';
import { visibleProposal } from '../../subgraphs/enforcement/command/deciding';
import type { HoldingRecord } from '../../subgraphs/enforcement/holding/holding.record';
import { readEvent } from '../../subgraphs/enforcement/ledger/events';
import type { MeasureRecord } from '../../subgraphs/enforcement/measure/measure.record';
import { statusAt } from '../../subgraphs/enforcement/measure/status.rules';
import { obligationsAt } from '../../subgraphs/enforcement/obligation/obligation.rules';
import type { OutflowRecord } from '../../subgraphs/enforcement/outflow/outflow.record';
import type { ProposalRecord } from '../../subgraphs/enforcement/proposal/proposal.record';
import { retentionOf } from '../../subgraphs/enforcement/retention/retention.rules';
import type { RetentionHoldRecord } from '../../subgraphs/enforcement/retention/retentionHold.record';
import type { HoldingValuationRecord } from '../../subgraphs/enforcement/valuation/holdingValuation.record';
import { holds, modelAccounts, outsider } from './commandModel';
import { type CommandWorld, hourOf } from './commandWorld';

/** The invariants of DOMAIN.md, written beside the code that keeps them. */

/** 1 and 2: what a measure that has just begun rests on, by the model's own processes. */
export function checkActs(world: CommandWorld, fresh: readonly MeasureRecord[]): void {
  for (const measure of fresh) {
    const { kind, processIds, from, maker, checker, emergency } = measure;
    assert(processIds.length > 0);
    for (const id of processIds) assert(holds(world.processes.get(id)!, measure, hourOf(from)), id);
    assert.notEqual(maker, checker);
    if (!checker) assert(emergency && kind === 'FREEZE');
  }
}

const isOn = ({ assets }: MeasureRecord, asset: string) => !assets || assets.includes(asset);

/**
 * Checks the amounts that have just left an account. A seizure takes its own assets, which were held before.
 * A release gives back assets that are under no other measure. A transfer of held assets is on a licence or
 * release that reaches it.
 */
export function checkMoved(world: CommandWorld, before: readonly MeasureRecord[]): void {
  const { payload } = readEvent(world.store.events.at(-1)!);
  for (const { accountId, asset, column } of payload.movements ?? []) {
    const on = ({ accountId: id, ...measure }: MeasureRecord) =>
      id === accountId && isOn(measure as MeasureRecord, asset);
    const held = world.inForce().filter((measure) => measure.kind !== 'FLAG' && on(measure));
    if (column === 'seized') {
      assert(payload.measures?.every(({ assets }) => !assets || assets.includes(asset)));
      assert(before.some((measure) => ['FREEZE', 'BLOCK'].includes(measure.kind) && on(measure)));
    } else if (column === 'released' && payload.measureChanges) {
      const ended = world.measures().find(({ _id }) => _id === payload.measureChanges?.[0]?.measureId)!;
      assert(isOn(ended, asset));
      assert.deepEqual(held, []);
    } else if (column === 'released' && held.length > 0) {
      const proposal = world.store
        .rows<ProposalRecord>('proposals')
        .find(({ _id }) => _id === payload.decision?.proposalId)!;
      assert(proposal.processIds.length > 0);
      for (const id of proposal.processIds) {
        const process = world.processes.get(id)!;
        assert(['LICENCE', 'COURT_RELEASE'].includes(process.kind));
        assert(holds(process, { accountId, assets: [asset] }, world.hour));
      }
    }
  }
}

const lawfulEnds = [null, 'LICENCE', 'DELISTING', 'MISTAKEN_IDENTITY', 'COURT_ORDER'];
const maxUncheckedHours = 24;

export function checkState(world: CommandWorld): void {
  for (const measure of world.inForce()) {
    // A freeze never outlives its bases, and a lapse takes effect with time.
    if (measure.kind !== 'FREEZE') continue;
    const bases = measure.processIds.map((id) => world.processes.get(id)!);
    assert(bases.some((process) => holds(process, measure, world.hour)));
  }
  checkEnds(world);
  checkAmounts(world);
  checkHolds(world);
  const strength = ['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'];
  const statuses = ['OPEN', 'FROZEN', 'BLOCKED', 'SEIZED', 'FORFEITED'];
  const own = (measures: readonly MeasureRecord[], account: string) =>
    measures.filter(({ accountId }) => accountId === account);
  for (const account of modelAccounts) {
    const strongest = Math.max(
      -1,
      ...own(world.inForce(), account).map(({ kind }) => strength.indexOf(kind)),
    );
    assert.equal(statusAt(own(world.measures(), account), world.now()), statuses[strongest + 1]);
  }
}

/**
 * Checks ends: a block ends only by law, one person's act ends within 24 hours, and an agreed end is not
 * prolonged.
 */
function checkEnds(world: CommandWorld): void {
  const drafts = new Map(
    world.store
      .rows<ProposalRecord>('proposals')
      .map(({ measureId, command, draft }) => [/FREEZE/.test(command) ? measureId : null, draft]),
  );
  for (const { _id, kind, from, to, endReason, emergency, checker } of world.measures()) {
    if (kind === 'BLOCK') assert(lawfulEnds.includes(endReason ?? null));
    if (emergency && !checker) assert(to && hourOf(to) - hourOf(from) <= maxUncheckedHours);
    const { until } = JSON.parse(drafts.get(_id) ?? '{}') as { until?: string | null };
    if (until) assert(to && to <= new Date(until));
  }
}

/** 3 and 4. */
function checkAmounts({ store }: CommandWorld): void {
  for (const holding of store.rows<HoldingRecord>('holdings')) {
    const { frozen, inflow, held, seized, released, destroyed } = holding;
    const sum = (amounts: readonly (string | null | undefined)[]) =>
      amounts.reduce((all, one) => all + BigInt(one!), 0n);
    assert.equal(sum([frozen, inflow]), sum([held, seized, released, destroyed]));
    assert(BigInt(held!) >= 0n);
  }
  for (const { valuation } of store.rows<HoldingValuationRecord>('holdingValuations')) {
    assert(valuation.time.text && valuation.source.id);
  }
}

/** 6: while a hold is in place nothing is disposed of, whatever became of the measures. */
function checkHolds(world: CommandWorld): void {
  const rows = world.store.rows<RetentionHoldRecord>('retentionHolds');
  const later = new Date(world.now().getTime() + 30 * 365 * 24 * 3_600_000);
  for (const account of modelAccounts) {
    const held = [...world.holds.values()].some(
      ({ accounts, lifted }) => !lifted && accounts.includes(account),
    );
    const own = rows.filter(({ accountIds }) => accountIds.includes(account));
    assert.equal(retentionOf([], own, later).state === 'HELD', held);
  }
}

/**
 * 8: a process that must not be disclosed, and proposals on it, are hidden from callers outside its audience.
 */
export async function checkKnowledge(world: CommandWorld): Promise<void> {
  const context = world.as(outsider);
  const secret = (id: string) => world.processes.get(id)!.secret;
  for (const id of world.processes.keys()) {
    assert.equal((await context.processById.load(id)) === null, secret(id));
  }
  for (const { _id, processIds } of world.store.rows<ProposalRecord>('proposals')) {
    if (processIds.some(secret)) assert.equal(await visibleProposal(context, _id), null);
  }
}

/** 9: every obligation, now and in two years, has an owner and a due date. */
export function checkDuties(world: CommandWorld): void {
  const grounds = {
    acts: world
      .measures()
      .filter(({ kind, emergency }) => kind === 'BLOCK' || emergency)
      .map((measure) => ({ ...measure, laws: ['US'], jurisdictions: null })),
    outflows: world.store.rows<OutflowRecord>('outflows').map((one) => ({ ...one, processIds: [] })),
    processes: new Map(),
    reports: [],
  };
  for (const { ownerRole, venueId, dueOn, dueAt, rule } of obligationsAt(grounds, world.now())) {
    assert(venueId && rule && ['approver', 'reporting-officer'].includes(ownerRole));
    assert(/^\d{4}-\d\d-\d\d$/.test(dueOn) && dueAt > new Date(0));
  }
}
