import 'reflect-metadata';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HoldingRecord } from '../../../../subgraphs/enforcement/holding/holding.record';
import { AmountsResolver } from '../../../../subgraphs/enforcement/command/amounts.resolver';
import { DecisionsResolver } from '../../../../subgraphs/enforcement/command/decisions.resolver';
import { MeasureActsResolver } from '../../../../subgraphs/enforcement/command/measureActs.resolver';
import { ProcessesResolver } from '../../../../subgraphs/enforcement/command/processes.resolver';
import type { EnforcementContext } from '../../../../subgraphs/enforcement/context';
import type { MeasureRecord } from '../../../../subgraphs/enforcement/measure/measure.record';
import { statusAt } from '../../../../subgraphs/enforcement/measure/status.rules';
import type { ProposalRecord } from '../../../../subgraphs/enforcement/proposal/proposal.record';
import { eth, newKey } from '../../../support/commandsUp';
import { type Action, action, holds, modelAccounts, type ModelProcess } from '../../../support/commandModel';
import { accountFact, draft, heldFact, processFact, venueFact } from '../../../support/enforcementFacts';
import { callerOf } from '../../../support/identities';
import { memoryEnforcement } from '../../../support/memoryEnforcement';

/** Sequences of commands; many more by `npm run test:commands`. */
const sequences = Number(process.env['COMMAND_SEQUENCES'] ?? 1000);
const began = Date.parse('2024-01-01T00:00:00Z');
const at = (hour: number) => new Date(began + hour * 3_600_000);
const hourOf = (time: Date) => (time.getTime() - began) / 3_600_000;

/** Everybody both makes and checks: only that two people do it is left to be kept. */
const caller = (subject: string) => {
  const [analyst, approver] = [callerOf('analyst'), callerOf('approver')];
  return {
    subject,
    venue: null,
    roles: ['analyst' as const, 'approver' as const],
    scopes: [...analyst.scopes, ...approver.scopes],
  };
};
const legal = { ...callerOf('legal'), subject: 'lea' };

class World {
  hour = 0;
  readonly store = memoryEnforcement();
  readonly processes = new Map<string, ModelProcess>();
  readonly done: Record<string, number> = {};

  constructor() {
    this.store.append(draft('VENUE_REGISTERED', { venues: [venueFact('kestrel')] }));
    const holdings = modelAccounts.map((account) => heldFact(account, eth, '1000'));
    this.store.append(draft('ACCOUNT_REGISTERED', { accounts: modelAccounts.map(accountFact), holdings }));
  }

  measures = () => this.store.rows<MeasureRecord>('measures');
  pick = <Item>(items: readonly Item[], n: number) => items[n % Math.max(items.length, 1)];
  idsOf = (chosen: readonly number[]) => [
    ...new Set(chosen.flatMap((n) => this.pick([...this.processes.keys()], n) ?? [])),
  ];
  as = (subject: string) => this.store.context(caller(subject), at(this.hour));

  /** Tries an action. @returns the measures that it may end or prolong, and whether it was carried out */
  async try(one: Action): Promise<{ touches: (measure: MeasureRecord) => boolean; refused?: string }> {
    let touches = (_: MeasureRecord) => false;
    try {
      switch (one.do) {
        case 'pass':
          this.hour += one.hours;
          break;
        case 'process': {
          const id = `process-${this.processes.size}`;
          const served = one.served ? this.hour : null;
          const expiry = one.lasts === null ? null : this.hour + one.lasts;
          this.processes.set(id, { kind: one.kind, served, expiry, scope: one.scope });
          const text = (hour: number | null) => (hour === null ? null : at(hour).toISOString());
          const times = {
            served: text(served),
            effective: at(this.hour).toISOString(),
            expiry: text(expiry),
          };
          this.store.append(
            draft('PROCESS_RECORDED', {
              processes: [processFact({ id, kind: one.kind, ...times, scope: [...one.scope] })],
            }),
          );
          break;
        }
        case 'withdraw':
        case 'extend': {
          const id = this.pick([...this.processes.keys()], one.process);
          const process = id === undefined ? undefined : this.processes.get(id);
          if (!process || id === undefined) break;
          touches = ({ processIds, kind }) => kind === 'FREEZE' && processIds.includes(id);
          const context = this.store.context(legal, at(this.hour));
          const common = { process: id, reason: 'a test', key: newKey() };
          const expiry = this.hour + (one.do === 'extend' ? one.by : 0);
          if (one.do === 'withdraw') await new ProcessesResolver().withdrawLegalProcess(context, common);
          else await new ProcessesResolver().amendLegalProcess(context, { ...common, expiry: at(expiry) });
          process.expiry = expiry;
          break;
        }
        case 'propose':
          await this.propose(one);
          break;
        case 'decide':
          touches = await this.decide(one);
          break;
        case 'release': {
          const measure = this.pick(this.measures(), one.measure);
          if (!measure) break;
          const amounts = one.amount === null ? [] : [{ asset: eth, amount: BigInt(one.amount) }];
          await new MeasureActsResolver().releaseMeasure(this.as(one.who), {
            measure: measure._id,
            endReason: one.endReason,
            processes: this.idsOf(one.processes),
            amounts,
            reason: 'a test',
            key: newKey(),
          });
          break;
        }
        case 'transfer':
          await new MeasureActsResolver().transferAmount(this.as(one.who), {
            from: one.from,
            to: one.to,
            asset: eth,
            amount: BigInt(one.amount),
            processes: this.idsOf(one.processes),
            reason: 'a test',
            key: newKey(),
          });
          break;
        case 'inflow':
          await new AmountsResolver().recordInflow(this.as(one.who), {
            account: one.account,
            asset: eth,
            amount: BigInt(one.amount),
            key: newKey(),
          });
          break;
      }
    } catch (error) {
      const code = (error as { extensions?: { code?: string } }).extensions?.code;
      if (code === undefined) throw error;
      return { touches, refused: code };
    }
    return { touches };
  }

  private async propose(one: Extract<Action, { do: 'propose' }>): Promise<void> {
    const acts = new MeasureActsResolver();
    const run = acts[one.mutation as 'seizeAccount'].bind(acts);
    await run(this.as(one.who), {
      account: one.account,
      processes: this.idsOf(one.processes),
      reason: 'a test',
      key: newKey(),
      ...(one.mutation === 'seizeAccount' ? { amounts: [{ asset: eth, amount: BigInt(one.amount) }] } : {}),
      ...(one.lasts === null || !/freeze/i.test(one.mutation) ? {} : { until: at(this.hour + one.lasts) }),
    } as never);
  }

  private async decide(one: Extract<Action, { do: 'decide' }>): Promise<(measure: MeasureRecord) => boolean> {
    const proposal = this.pick(this.store.rows<ProposalRecord>('proposals').reverse(), one.proposal);
    if (!proposal) return () => false;
    const digest = one.honest ? proposal.digest : 'f'.repeat(64);
    const input = { proposal: proposal._id, digest, key: newKey() };
    const decisions = new DecisionsResolver();
    const context: EnforcementContext = this.as(one.who);
    if (one.rejects) await decisions.rejectProposal(context, input);
    else if (proposal.emergency) await decisions.confirmEmergencyFreeze(context, input);
    else await decisions.approveProposal(context, input);
    assert(one.honest && one.who !== proposal.proposer && proposal.outcome === null);
    assert(at(this.hour) < proposal.expires);
    return ({ _id }) => !one.rejects && _id === proposal.measureId;
  }
}

/** Invariants 1 and 2: what a measure that has just begun rests on, by the model's own processes. */
function checkActs(world: World, fresh: readonly MeasureRecord[]): void {
  for (const { kind, processIds, accountId, from, to, maker, checker, emergency } of fresh) {
    assert(processIds.length > 0);
    for (const id of processIds) assert(holds(world.processes.get(id)!, accountId, hourOf(from)), id);
    assert.notEqual(maker, checker);
    if (checker) continue;
    assert(emergency && kind === 'FREEZE');
    assert(hourOf(to!) - hourOf(from) <= 24);
  }
}

const lawfulEnds = [null, 'LICENCE', 'DELISTING', 'MISTAKEN_IDENTITY', 'COURT_ORDER'];

function checkState(world: World): void {
  const now = at(world.hour);
  const inForce = ({ from, to }: MeasureRecord) => from <= now && (!to || now < to);
  for (const measure of world.measures()) {
    // A freeze never outlives its bases, and a lapse takes effect by time alone.
    if (measure.kind === 'FREEZE' && inForce(measure)) {
      const bases = measure.processIds.map((id) => world.processes.get(id)!);
      assert(bases.some((process) => holds(process, measure.accountId, world.hour)));
    }
    if (measure.kind === 'BLOCK') assert(lawfulEnds.includes(measure.endReason ?? null));
  }
  // Invariant 3.
  for (const holding of world.store.rows<HoldingRecord>('holdings')) {
    const { frozen, inflow, held, seized, released, destroyed } = holding;
    const sum = (amounts: readonly (string | null | undefined)[]) =>
      amounts.reduce((all, one) => all + BigInt(one!), 0n);
    assert.equal(sum([frozen, inflow]), sum([held, seized, released, destroyed]));
    assert(BigInt(held!) >= 0n);
  }
  const strength = ['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'];
  const statuses = ['OPEN', 'FROZEN', 'BLOCKED', 'SEIZED', 'FORFEITED'];
  for (const account of modelAccounts) {
    const own = world.measures().filter(({ accountId }) => accountId === account);
    const strongest = Math.max(-1, ...own.filter(inForce).map(({ kind }) => strength.indexOf(kind)));
    assert.equal(statusAt(own, now), statuses[strongest + 1]);
  }
}

const ends = (measures: readonly MeasureRecord[]) =>
  new Map(measures.map((one) => [one._id, one.to?.getTime() ?? null]));

it(
  'whatever people try, in whatever order, every invariant of DOMAIN.md holds',
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 18 }), async (actions) => {
        const world = new World();
        for (const one of actions) {
          const before = { events: world.store.events.length, ends: ends(world.measures()) };
          const { touches, refused } = await world.try(one);
          const said = refused ?? one.do;
          seen.set(said, (seen.get(said) ?? 0) + 1);
          // Invariant 5: the ledger only grows, by one event for a command, and by none for what is refused.
          const grown = world.store.events.length - before.events;
          assert(grown === 0 || (grown === 1 && !refused && one.do !== 'pass'));
          checkActs(
            world,
            world.measures().filter(({ _id }) => !before.ends.has(_id)),
          );
          // Invariant 10: what ends, or is prolonged, is what the command is about, and nothing beside it.
          const changed = world
            .measures()
            .filter(
              ({ _id, to }) => before.ends.has(_id) && before.ends.get(_id) !== (to?.getTime() ?? null),
            );
          for (const measure of changed) assert(touches(measure), `${measure._id} was changed by ${one.do}`);
          checkState(world);
        }
      }),
      { numRuns: sequences },
    );
    // The sequences reach what they are to try, or this test would say nothing.
    for (const said of [
      'CHECKER_IS_MAKER',
      'PROPOSAL_CHANGED',
      'ALREADY_DECIDED',
      'BASIS_EXPIRED',
      'NOT_IN_SCOPE',
      'decide',
      'release',
    ]) {
      expect([said, seen.has(said)]).toEqual([said, true]);
    }
  },
  120_000 + sequences * 100,
);
