import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { AccountRecord } from '../account/account.record';
import { AccountType } from '../account/account.type';
import type { EnforcementContext } from '../context';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { LegalProcessType } from '../legalProcess/legalProcess.type';
import { readsEnforcement } from '../scopes';
import type { MeasureRecord } from './measure.record';
import type { AccountStatus } from './measureKinds';
import { AccountStatusEnum, MeasureType } from './measure.type';
import { heldSince, inForceAt, statusAt } from './status.rules';

/** What measures say of an account. */
@Resolver(() => AccountType)
export class AccountMeasuresResolver {
  @FieldResolver(() => AccountStatusEnum, {
    description: 'The strongest measure in force, OPEN where there is none.',
  })
  @Directive(readsEnforcement)
  async status(
    @Root() account: AccountRecord,
    @Ctx() { measuresByAccount, now }: EnforcementContext,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'The instant; left out: now.' })
    asOf?: Date | null,
  ): Promise<AccountStatus> {
    return statusAt(await measuresByAccount.load(account._id), asOf ?? now);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when it has been frozen, blocked or seized up to now without a gap, by whatever measures one after the ' +
      'other; null where it is not.',
  })
  @Directive(readsEnforcement)
  async frozenSince(
    @Root() account: AccountRecord,
    @Ctx() { measuresByAccount, now }: EnforcementContext,
  ): Promise<Date | null> {
    return heldSince(await measuresByAccount.load(account._id), now);
  }

  @FieldResolver(() => [MeasureType], {
    description: 'All measures on it, also those that ended, oldest first.',
  })
  @Directive(readsEnforcement)
  measures(
    @Root() account: AccountRecord,
    @Ctx() { measuresByAccount }: EnforcementContext,
  ): Promise<readonly MeasureRecord[]> {
    return measuresByAccount.load(account._id);
  }
}

@Resolver(() => MeasureType)
export class MeasureResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is in force.' })
  inForce(
    @Root() measure: MeasureRecord,
    @Ctx() { now }: EnforcementContext,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: 'The instant; left out: now.' })
    asOf?: Date | null,
  ): boolean {
    return inForceAt(measure, asOf ?? now);
  }

  @FieldResolver(() => [LegalProcessType], {
    description: 'The legal processes that it rests on, as far as the caller may know of them.',
  })
  async bases(
    @Root() { processIds }: MeasureRecord,
    @Ctx() { processById }: EnforcementContext,
  ): Promise<LegalProcessRecord[]> {
    const found = await Promise.all(processIds.map((id) => processById.load(id)));
    return found.filter((process) => process !== null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Who proposed it. For the house's own people; null for a partner, and where it was only observed.",
  })
  maker(@Root() { maker }: MeasureRecord, @Ctx() { tenant }: EnforcementContext): string | null {
    return tenant === null ? (maker ?? null) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Who approved it. For the house's own people; null for a partner, and where it was only observed.",
  })
  checker(@Root() { checker }: MeasureRecord, @Ctx() { tenant }: EnforcementContext): string | null {
    return tenant === null ? (checker ?? null) : null;
  }
}
