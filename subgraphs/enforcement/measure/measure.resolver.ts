import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { AccountRecord } from '../account/account.record';
import { AccountType } from '../account/account.type';
import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasMeasures } from './measure.context';
import type { RequestContext } from '../rows/request';
import { isVisibleBasis } from '../legalProcess/disclosure.rules';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { LegalProcessType } from '../legalProcess/legalProcess.type';
import { readsEnforcement } from '../scopes';
import type { MeasureRecord } from './measure.record';
import type { AccountStatus } from '../vocabulary/measureKinds';
import { AccountStatusEnum } from '../vocabulary/accountStatus.type';
import { MeasureType } from './measure.type';
import { asKnownAt } from './known.rules';
import { heldSince, inForceAt, statusAt } from './status.rules';

type MeasuresContext = HasMeasures & HasLegalProcesses & RequestContext;

const asOfText = 'The instant in the world; default: now.';
const knownAtText =
  'The instant of knowledge: facts recorded, ended or corrected later are omitted. Default: all that is known.';

/** Resolves the measures of an account. */
@Resolver(() => AccountType)
export class AccountMeasuresResolver {
  @FieldResolver(() => AccountStatusEnum, {
    description: 'The strongest measure in force, else OPEN; before anything was known of it also OPEN.',
  })
  @Directive(readsEnforcement)
  async status(
    @Root() account: AccountRecord,
    @Ctx() context: MeasuresContext,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: asOfText })
    asOf?: Date | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: knownAtText })
    knownAt?: Date | null,
  ): Promise<AccountStatus> {
    return statusAt(await measuresOf(account, context, knownAt), asOf ?? context.now);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'The time since which it has been frozen, blocked, seized or forfeited up to now without a gap, by whatever measures one after the other. Null where it is not.',
  })
  @Directive(readsEnforcement)
  async frozenSince(
    @Root() account: AccountRecord,
    @Ctx() context: MeasuresContext,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: asOfText })
    asOf?: Date | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: knownAtText })
    knownAt?: Date | null,
  ): Promise<Date | null> {
    return heldSince(await measuresOf(account, context, knownAt), asOf ?? context.now);
  }

  @FieldResolver(() => [MeasureType], {
    description: 'All measures on it, also those that ended, oldest first.',
  })
  @Directive(readsEnforcement)
  async measures(
    @Root() account: AccountRecord,
    @Ctx() context: MeasuresContext,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'Only those in force at this instant; default: all.',
    })
    asOf?: Date | null,
    @Arg('knownAt', () => DateTimeScalar, { nullable: true, description: knownAtText })
    knownAt?: Date | null,
  ): Promise<readonly MeasureRecord[]> {
    const measures = await measuresOf(account, context, knownAt);
    return asOf ? measures.filter((measure) => inForceAt(measure, asOf)) : measures;
  }
}

async function measuresOf(
  { _id }: AccountRecord,
  { measuresByAccount, measureHistoryByAccount }: MeasuresContext,
  knownAt: Date | null | undefined,
): Promise<readonly MeasureRecord[]> {
  return knownAt ? asKnownAt(await measureHistoryByAccount.load(_id), knownAt) : measuresByAccount.load(_id);
}

@Resolver(() => MeasureType)
export class MeasureResolver {
  @FieldResolver(() => [Int], {
    nullable: true,
    description:
      'The events of the ledger that made it what it is, oldest first: `ledgerProof` proves each. For legal, approvers and ' +
      'auditors; null for all others, as a change of a process that must not be disclosed is among them.',
  })
  events(@Root() { versions }: MeasureRecord, @Ctx() { knowledge }: MeasuresContext): number[] | null {
    return knowledge.restricted ? versions.map(({ sequence }) => sequence) : null;
  }

  @FieldResolver(() => Boolean, { description: 'True where it is in force.' })
  inForce(
    @Root() measure: MeasureRecord,
    @Ctx() { now }: MeasuresContext,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'The instant; default: now.' })
    asOf?: Date | null,
  ): boolean {
    return inForceAt(measure, asOf ?? now);
  }

  @FieldResolver(() => [LegalProcessType], {
    description:
      'The legal processes that it rests on. Legal, approvers, auditors, and callers whom the audience of a process names, see it. All others see only open ones of which the subject may be told. An empty list means nothing: nobody can tell from it whether a process exists that must not be disclosed.',
  })
  async bases(
    @Root() { processIds }: MeasureRecord,
    @Ctx() { processById, knowledge }: MeasuresContext,
  ): Promise<LegalProcessRecord[]> {
    const found = await Promise.all(processIds.map((id) => processById.load(id)));
    return found.filter(
      (process) => process !== null && isVisibleBasis(process, knowledge),
    ) as LegalProcessRecord[];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The proposer. For the operator's own people; null for a partner, and where it was only observed.",
  })
  maker(@Root() { maker }: MeasureRecord, @Ctx() { tenant }: MeasuresContext): string | null {
    return tenant === null ? (maker ?? null) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The approver. For the operator's own people; null for a partner, and where it was only observed.",
  })
  checker(@Root() { checker }: MeasureRecord, @Ctx() { tenant }: MeasuresContext): string | null {
    return tenant === null ? (checker ?? null) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The issuer (`iss`) of the token of `maker`, within which that subject is unique. Null where `maker` is, and where ' +
      'it was not recorded: in a case, and in acts of earlier versions.',
  })
  makerIssuer(
    @Root() { maker, makerIssuer }: MeasureRecord,
    @Ctx() { tenant }: MeasuresContext,
  ): string | null {
    return tenant === null && maker ? (makerIssuer ?? null) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The issuer (`iss`) of the token of `checker`, as `makerIssuer`.',
  })
  checkerIssuer(
    @Root() { checker, checkerIssuer }: MeasureRecord,
    @Ctx() { tenant }: MeasuresContext,
  ): string | null {
    return tenant === null && checker ? (checkerIssuer ?? null) : null;
  }
}
