import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { assetOfId } from '../../../shared/caip/assets';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import type { RequestContext } from '../rows/request';
import { lawOf } from '../law/law.rules';
import { isOfTenant } from '../rows/tenancy';
import { Asset } from '../vocabulary/valueTypes';
import type { LegalProcessRecord } from './legalProcess.record';
import { LegalProcessType } from './legalProcess.type';

/**
 * Resolves the reach of a process. A caller who may not know of a process never gets it
 * (disclosure.rules.ts).
 */
@Resolver(() => LegalProcessType)
export class LegalProcessResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Of a designation: the law that it is under, `US`, `UK`, `EU`, `CH`, `UN` or ISO 3166-1 alpha-2 of another ' +
      'country. Null where it is not known, and for other processes.',
  })
  law(@Root() process: LegalProcessRecord): string | null {
    return lawOf(process);
  }

  @FieldResolver(() => [ID], {
    description: 'The accounts that it names; for a partner those of its own venue only.',
  })
  scope(@Root() { scope }: LegalProcessRecord, @Ctx() { tenant }: RequestContext): string[] {
    return scope.filter((accountId) => isOfTenant(accountId, tenant));
  }

  @FieldResolver(() => [Asset], { nullable: true, description: 'The assets that it reaches; null: all.' })
  assets(@Root() { assets }: LegalProcessRecord): AssetFacts[] | null {
    return assets ? assets.map(assetOfId) : null;
  }
}
