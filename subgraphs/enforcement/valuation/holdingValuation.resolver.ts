import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HasHoldingValuations } from './holdingValuation.context';
import type { HoldingRecord } from '../holding/holding.record';
import { HoldingType } from '../holding/holding.type';
import type { HoldingValuationRecord } from './holdingValuation.record';
import { HoldingValuationType } from './holdingValuation.type';

@Resolver(() => HoldingType)
export class HoldingValuationResolver {
  @FieldResolver(() => [HoldingValuationType], {
    description: 'The worth of amounts of it, by each source and at the time of its prices. Never added up.',
  })
  async valuations(
    @Root() { accountId, asset }: HoldingRecord,
    @Ctx() { valuationsByAccount }: HasHoldingValuations,
  ): Promise<HoldingValuationRecord[]> {
    return (await valuationsByAccount.load(accountId)).filter((one) => one.asset === asset);
  }
}
