import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { assetOfId } from '../../../shared/caip/assets';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { AccountRecord } from '../account/account.record';
import { knownAccount } from '../account/account.resolver';
import { AccountType } from '../account/account.type';
import type { HasAccounts } from '../account/account.context';
import type { HasHoldings } from '../holding/holding.context';
import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasOutflows } from '../outflow/outflow.context';
import type { RequestContext } from '../rows/request';
import { Asset } from '../vocabulary/valueTypes';
import type { MeasureRecord } from './measure.record';
import { MeasureType } from './measure.type';
import { type MeasureAmount, measureAmounts } from './measureAmount.rules';
import { MeasureAmountType } from './measureAmount.type';
import { maySeeReason } from './reason.rules';

type MeasureReachContext = HasAccounts & HasHoldings & HasOutflows & HasLegalProcesses & RequestContext;

/** Resolves the assets of a measure, and its reason. */
@Resolver(() => MeasureType)
export class MeasureReachResolver {
  @FieldResolver(() => AccountType, { description: 'The account that it is on.' })
  account(@Root() { accountId }: MeasureRecord, @Ctx() context: MeasureReachContext): Promise<AccountRecord> {
    return knownAccount(accountId, context);
  }

  @FieldResolver(() => [Asset], {
    nullable: true,
    description: 'The assets that it is on; null: the account whole.',
  })
  assets(@Root() { assets }: MeasureRecord): AssetFacts[] | null {
    return assets ? assets.map(assetOfId) : null;
  }

  @FieldResolver(() => [MeasureAmountType], {
    description:
      'Its amounts of each asset: of its assets, or of all that the account has as far as anybody observed.',
  })
  async amounts(
    @Root() measure: MeasureRecord,
    @Ctx() { holdingsByAccount, outflowsByAccount }: MeasureReachContext,
  ): Promise<MeasureAmount[]> {
    const { accountId } = measure;
    const [holdings, outflows] = await Promise.all([
      holdingsByAccount.load(accountId),
      outflowsByAccount.load(accountId),
    ]);
    return measureAmounts(measure, { holdings, outflows });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The maker's reason. Legal, approvers, auditors, and its maker and checker read it, as it may speak of a process. All of the operator's people read that of flags, restrictions and observed measures. Null for all others.",
  })
  reason(@Root() measure: MeasureRecord, @Ctx() context: MeasureReachContext): string | null {
    return maySeeReason(measure, context) ? measure.reason : null;
  }
}

@Resolver(() => MeasureAmountType)
export class MeasureAmountResolver {
  @FieldResolver(() => Asset, { description: 'Of what.' })
  asset(@Root() { asset }: MeasureAmount): AssetFacts {
    return assetOfId(asset);
  }
}
