import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { assetOfId } from '../../../shared/caip/assets';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { AccountRecord } from '../account/account.record';
import { AccountType } from '../account/account.type';
import type { HasHoldings } from './holding.context';
import { readsEnforcement } from '../scopes';
import { Asset } from '../vocabulary/valueTypes';
import type { HoldingRecord } from './holding.record';
import { HoldingType } from './holding.type';

@Resolver(() => AccountType)
export class AccountHoldingsResolver {
  @FieldResolver(() => [HoldingType], {
    description: 'Its holding of each asset, as far as anybody observed.',
  })
  @Directive(readsEnforcement)
  holdings(
    @Root() account: AccountRecord,
    @Ctx() { holdingsByAccount }: HasHoldings,
  ): Promise<readonly HoldingRecord[]> {
    return holdingsByAccount.load(account._id);
  }
}

@Resolver(() => HoldingType)
export class HoldingResolver {
  @FieldResolver(() => Asset, { description: 'Of what.' })
  asset(@Root() { asset }: HoldingRecord): AssetFacts {
    return assetOfId(asset);
  }
}
