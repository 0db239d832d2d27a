import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccountRecord } from '../account/account.record';
import { AccountType } from '../account/account.type';
import type { HasMeasures } from '../measure/measure.context';
import type { HasRetentionHolds } from './retention.context';
import type { RequestContext } from '../rows/request';
import type { MeasureRecord } from '../measure/measure.record';
import { MeasureType } from '../measure/measure.type';
import { readsEnforcement } from '../scopes';
import { type Retention, retentionOf } from './retention.rules';
import { RetentionType } from './retention.type';

type RetentionContext = HasRetentionHolds & HasMeasures & RequestContext;

/**
 * Resolves if a hold is in place. All who see the account see that, as they see its status. Nobody sees its
 * basis and its reason, so that no process shows in it.
 */
@Resolver(() => AccountType)
export class AccountRetentionResolver {
  @FieldResolver(() => RetentionType, {
    description: "The retention of the account's records, by all measures that were ever on it.",
  })
  @Directive(readsEnforcement)
  async retainUntil(
    @Root() { _id }: AccountRecord,
    @Ctx() { measuresByAccount, retentionHoldsByAccount, now }: RetentionContext,
  ): Promise<Retention> {
    const [measures, holds] = await Promise.all([
      measuresByAccount.load(_id),
      retentionHoldsByAccount.load(_id),
    ]);
    return retentionOf(measures, holds, now);
  }
}

@Resolver(() => MeasureType)
export class MeasureRetentionResolver {
  @FieldResolver(() => RetentionType, { description: "The retention of the measure's records." })
  async retainUntil(
    @Root() measure: MeasureRecord,
    @Ctx() { retentionHoldsByAccount, now }: RetentionContext,
  ): Promise<Retention> {
    return retentionOf([measure], await retentionHoldsByAccount.load(measure.accountId), now);
  }
}
