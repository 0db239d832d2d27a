import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { HasLedgerHead } from './ledgerHead.context';
import { LedgerHeadType } from './ledgerHead.type';

/** Shows where the ledger stands, so that anybody can hold its operator to it. */
@Resolver()
export class LedgerHeadResolver {
  @Query(() => LedgerHeadType, {
    nullable: true,
    description:
      "The ledger's head and newest checkpoint. For the operator's own people: null for a partner.",
  })
  @Directive(readsEnforcement)
  async ledgerHead(
    @Ctx() { ledger, stores, tenant }: HasLedgerHead & RequestContext,
  ): Promise<LedgerHeadType | null> {
    if (tenant !== null) return null;
    const [{ sequence, hash }, checkpoint] = await Promise.all([ledger.head(), stores.checkpoints.latest()]);
    return { events: sequence, hash, checkpoint, verification: stores.lastCheck() };
  }
}
