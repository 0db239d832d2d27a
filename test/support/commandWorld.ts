import { AmendLegalProcessResolver } from '../../subgraphs/enforcement/command/amendLegalProcess';
import type { CommandContext } from '../../subgraphs/enforcement/command/command.context';
import { ApproveProposalResolver } from '../../subgraphs/enforcement/command/approveProposal';
import { BlockAccountResolver } from '../../subgraphs/enforcement/command/blockAccount';
import { ConfirmEmergencyFreezeResolver } from '../../subgraphs/enforcement/command/confirmEmergencyFreeze';
import { EmergencyFreezeResolver } from '../../subgraphs/enforcement/command/emergencyFreeze';
import { ForfeitAccountResolver } from '../../subgraphs/enforcement/command/forfeitAccount';
import { FreezeAccountResolver } from '../../subgraphs/enforcement/command/freezeAccount';
import { LiftRetentionHoldResolver } from '../../subgraphs/enforcement/command/liftRetentionHold';
import { PlaceRetentionHoldResolver } from '../../subgraphs/enforcement/command/placeRetentionHold';
import { RecordInflowResolver } from '../../subgraphs/enforcement/command/recordInflow';
import { RecordValuationResolver } from '../../subgraphs/enforcement/command/recordValuation';
import { RejectProposalResolver } from '../../subgraphs/enforcement/command/rejectProposal';
import { ReleaseMeasureResolver } from '../../subgraphs/enforcement/command/releaseMeasure';
import { SeizeAccountResolver } from '../../subgraphs/enforcement/command/seizeAccount';
import { TransferAmountResolver } from '../../subgraphs/enforcement/command/transferAmount';
import { WithdrawLegalProcessResolver } from '../../subgraphs/enforcement/command/withdrawLegalProcess';
import type { MeasureRecord } from '../../subgraphs/enforcement/measure/measure.record';
import type { LegalProcessKind } from '../../subgraphs/enforcement/vocabulary/legalProcessKinds';
import type { ProposalRecord } from '../../subgraphs/enforcement/proposal/proposal.record';
import type { RetentionHoldRecord } from '../../subgraphs/enforcement/retention/retentionHold.record';
import {
  type Action,
  carriersOf,
  firstProcesses,
  modelAccounts,
  modelAssets,
  type ModelProcess,
  outsider,
} from './commandModel';
import { newKey } from './commandsUp';
import { accountFact, draft, heldFact, processFact, venueFact } from './enforcementFacts';
import { callerOf } from './identities';
import { memoryEnforcement } from './memoryEnforcement';

type Proposing = Extract<Action, { do: 'propose' }>['mutation'];

const began = Date.parse('2024-01-01T00:00:00Z');
export const instantOf = (hour: number) => new Date(began + hour * 3_600_000);
export const hourOf = (time: Date) => (time.getTime() - began) / 3_600_000;

/** Everybody but one both makes and checks: only that two people do it is left to be kept. */
const caller = (subject: string) => {
  const [analyst, approver] = [callerOf('analyst'), callerOf('approver')];
  if (subject === outsider) return { ...analyst, subject };
  return {
    ...analyst,
    subject,
    roles: ['analyst' as const, 'approver' as const],
    scopes: [...analyst.scopes, ...approver.scopes],
  };
};
const legal = { ...callerOf('legal'), subject: 'lea' };
const isFreezeOn = (id: string) => (measure: MeasureRecord) =>
  measure.kind === 'FREEZE' && measure.processIds.includes(id);

/** The result of an action. */
export interface Tried {
  /** The measures that it may end or prolong. */
  touches(measure: MeasureRecord): boolean;
  /** The code of its rejection. */
  readonly rejected?: string;
  /** The ids that an outsider named. */
  readonly named?: readonly string[];
}

const source = { id: 's', title: 'A source' };
const nothing = { touches: () => false };

/** Two accounts, the commands over views in memory, and a model of its processes beside it. */
export class CommandWorld {
  hour = 0;
  readonly store = memoryEnforcement();
  readonly processes = new Map<string, ModelProcess>();
  readonly holds = new Map<string, { readonly accounts: readonly string[]; lifted: boolean }>();

  constructor() {
    this.store.append(draft('VENUE_REGISTERED', { venues: [venueFact('kestrel')] }));
    const holdings = modelAccounts.flatMap((account) =>
      modelAssets.map((asset) => heldFact(account, asset, '1000')),
    );
    this.store.append(draft('ACCOUNT_REGISTERED', { accounts: modelAccounts.map(accountFact), holdings }));
    for (const process of firstProcesses) this.recordProcess({ do: 'process', ...process });
  }

  measures = () => this.store.rows<MeasureRecord>('measures');
  inForce = () => this.measures().filter(({ from, to }) => from <= this.now() && (!to || this.now() < to));
  now = () => instantOf(this.hour);
  as = (subject: string) => this.store.context(caller(subject), this.now());
  private asLegal = () => this.store.context(legal, this.now());
  private pick = <Item>(items: readonly Item[], n: number) => items[n % Math.max(items.length, 1)];
  private idsOf = (chosen: readonly number[], kinds?: readonly LegalProcessKind[]) => {
    const all = [...this.processes].filter(([, { kind }]) => kinds?.includes(kind) ?? true);
    return [...new Set(chosen.flatMap((n) => this.pick(all, n)?.[0] ?? []))];
  };

  async try(one: Action): Promise<Tried> {
    const named = 'who' in one && one.who === outsider && 'processes' in one ? this.idsOf(one.processes) : [];
    try {
      return { ...(await this.run(one)), named };
    } catch (error) {
      const code = (error as { extensions?: { code?: string } }).extensions?.code;
      if (code === undefined) throw error;
      return { ...nothing, rejected: code, named };
    }
  }

  private async run(one: Action): Promise<Tried> {
    const common = { reason: 'a test', key: newKey() };
    switch (one.do) {
      case 'pass':
        this.hour += one.hours;
        return nothing;
      case 'process':
        return this.recordProcess(one);
      case 'withdraw':
      case 'amend':
        return this.changeProcess(one);
      case 'propose':
        return this.propose(one);
      case 'decide':
        return this.decide(one);
      case 'release': {
        const measure = this.pick(this.measures(), one.measure);
        if (!measure) return nothing;
        const { endReason, amounts } = one;
        const asked = {
          measure: measure._id,
          endReason,
          processes: this.idsOf(one.processes, one.fitting ? carriersOf[endReason] : undefined),
          ...common,
        };
        await new ReleaseMeasureResolver().releaseMeasure(this.as(one.who), {
          ...asked,
          amounts: baseUnits(amounts),
        });
        return nothing;
      }
      case 'transfer': {
        const { from, to, asset, amount } = one;
        const asked = {
          from,
          to,
          asset,
          amount: BigInt(amount),
          processes: this.idsOf(one.processes),
          ...common,
        };
        await new TransferAmountResolver().transferAmount(this.as(one.who), asked);
        return nothing;
      }
      case 'inflow': {
        const { account, asset, amount } = one;
        const asked = { account, asset, amount: BigInt(amount), key: newKey() };
        await new RecordInflowResolver().recordInflow(this.as(one.who), asked);
        return nothing;
      }
      case 'hold': {
        const held = { accounts: [...one.accounts], ...common };
        const { id } = await new PlaceRetentionHoldResolver().placeRetentionHold(this.asLegal(), held);
        this.holds.set(id, { accounts: one.accounts, lifted: false });
        return nothing;
      }
      case 'lift': {
        const hold = this.pick(this.store.rows<RetentionHoldRecord>('retentionHolds'), one.hold);
        if (!hold) return nothing;
        await new LiftRetentionHoldResolver().liftRetentionHold(this.asLegal(), {
          hold: hold._id,
          ...common,
        });
        this.holds.get(hold._id)!.lifted = true;
        return nothing;
      }
      case 'value': {
        const valuation = { usdCents: 100n, time: { text: one.time }, source };
        const asked = { account: one.account, amount: { asset: one.asset, amount: 1n }, valuation };
        await new RecordValuationResolver().recordValuation(this.as(one.who), { ...asked, key: newKey() });
        return nothing;
      }
    }
  }

  private recordProcess(one: Extract<Action, { do: 'process' }>): Tried {
    const id = `process-${this.processes.size}`;
    const { kind, scope, assets, secret } = one;
    const served = one.served ? this.hour : null;
    const expiry = one.lasts === null ? null : this.hour + one.lasts;
    this.processes.set(id, { kind, served, expiry, scope, assets, secret });
    const text = (hour: number | null) => (hour === null ? null : instantOf(hour).toISOString());
    const fact = processFact({
      id,
      kind,
      served: text(served),
      effective: text(this.hour),
      expiry: text(expiry),
      scope: [...scope],
      assets: assets && [...assets],
      disclosure: secret ? 'RESTRICTED' : 'OPEN',
    });
    this.store.append(draft('PROCESS_RECORDED', { processes: [fact] }));
    return nothing;
  }

  private async changeProcess(one: Extract<Action, { do: 'withdraw' | 'amend' }>): Promise<Tried> {
    const id = this.pick([...this.processes.keys()], one.process);
    const process = id === undefined ? undefined : this.processes.get(id);
    if (!process || id === undefined) return nothing;
    const common = { process: id, reason: 'a test', key: newKey() };
    if (one.do === 'withdraw') {
      await new WithdrawLegalProcessResolver().withdrawLegalProcess(this.asLegal(), common);
      process.expiry = this.hour;
      return { touches: isFreezeOn(id) };
    }
    const expiry = typeof one.expiry === 'number' ? this.hour + one.expiry : one.expiry;
    await new AmendLegalProcessResolver().amendLegalProcess(this.asLegal(), {
      ...common,
      ...(expiry === undefined ? {} : { expiry: expiry === null ? null : instantOf(expiry) }),
      ...(one.scope ? { scope: [...one.scope] } : {}),
      ...(one.assets ? { assets: [...one.assets] } : {}),
    });
    if (expiry !== undefined) process.expiry = expiry;
    if (one.scope) process.scope = one.scope;
    if (one.assets) process.assets = one.assets;
    return { touches: isFreezeOn(id) };
  }

  private async propose(one: Extract<Action, { do: 'propose' }>): Promise<Tried> {
    const { account, assets, mutation, lasts, amounts } = one;
    const processes = this.idsOf(one.processes, one.fitting ? carriersOf[mutation] : undefined);
    const expiry = this.processes.get(processes[0] ?? '')?.expiry ?? null;
    const until = lasts === 'as its process' ? expiry : lasts === null ? null : this.hour + lasts;
    await proposeBy[mutation](this.as(one.who), {
      account,
      processes,
      assets: assets && [...assets],
      reason: 'a test',
      key: newKey(),
      ...(mutation === 'seizeAccount' ? { amounts: baseUnits(amounts) } : {}),
      ...(until === null || !/freeze/i.test(mutation) ? {} : { until: instantOf(until) }),
    } as never);
    return nothing;
  }

  private async decide(one: Extract<Action, { do: 'decide' }>): Promise<Tried> {
    const proposal = this.pick(this.store.rows<ProposalRecord>('proposals').reverse(), one.proposal);
    if (!proposal) return nothing;
    const digest = one.honest ? proposal.digest : 'f'.repeat(64);
    const input = { proposal: proposal._id, digest, key: newKey() };
    const { proposer, outcome, expires, emergency } = proposal;
    if (one.rejects) await new RejectProposalResolver().rejectProposal(this.as(one.who), input);
    else if (emergency)
      await new ConfirmEmergencyFreezeResolver().confirmEmergencyFreeze(this.as(one.who), input);
    else await new ApproveProposalResolver().approveProposal(this.as(one.who), input);
    const rightly = one.honest && one.who !== proposer && one.who !== outsider;
    if (!rightly || outcome !== null || this.now() >= expires)
      throw new Error('it should not have been decided');
    return { touches: ({ _id }) => !one.rejects && _id === proposal.measureId };
  }
}

/** The mutations that propose a measure. */
const proposeBy: Record<Proposing, (context: CommandContext, input: never) => Promise<unknown>> = {
  freezeAccount: (context, input) => new FreezeAccountResolver().freezeAccount(context, input),
  blockAccount: (context, input) => new BlockAccountResolver().blockAccount(context, input),
  seizeAccount: (context, input) => new SeizeAccountResolver().seizeAccount(context, input),
  forfeitAccount: (context, input) => new ForfeitAccountResolver().forfeitAccount(context, input),
  emergencyFreeze: (context, input) => new EmergencyFreezeResolver().emergencyFreeze(context, input),
};

const baseUnits = (amounts: readonly { readonly asset: string; readonly amount: number }[]) =>
  amounts.map(({ asset, amount }) => ({ asset, amount: BigInt(amount) }));
