import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { assetOfId } from '../../../shared/caip/assets';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { EnforcementContext } from '../context';
import { isOfTenant } from '../tenancy';
import { Asset } from '../valueTypes';
import type { LegalProcessRecord } from './legalProcess.record';
import { LegalProcessType } from './legalProcess.type';

/** What a process reaches. Whoever may not know of a process is not given it at all (disclosure.rules.ts). */
@Resolver(() => LegalProcessType)
export class LegalProcessResolver {
  @FieldResolver(() => [ID], {
    description: 'The accounts that it names; for a partner those of its own venue only.',
  })
  scope(@Root() { scope }: LegalProcessRecord, @Ctx() { tenant }: EnforcementContext): string[] {
    return scope.filter((accountId) => isOfTenant(accountId, tenant));
  }

  @FieldResolver(() => [Asset], { nullable: true, description: 'The assets that it reaches; null: all.' })
  assets(@Root() { assets }: LegalProcessRecord): AssetFacts[] | null {
    return assets ? assets.map(assetOfId) : null;
  }
}
