import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { ClaimRecord } from '../claim/claim.record';
import { ClaimType } from '../claim/claim.type';
import type { EnforcementContext } from '../context';
import { readsClaims } from '../scopes';
import type { ContradictionRecord } from './contradiction.record';
import { ContradictionType } from './contradiction.type';

@Resolver(() => ContradictionType)
export class ContradictionResolver {
  @Query(() => [ContradictionType], {
    nullable: true,
    description:
      'Claims that cannot all hold, sorted by id. One is shown to who may see every claim in it, as its explanation ' +
      'speaks of them all.',
  })
  @Directive(readsClaims)
  async contradictions(
    @Ctx() context: EnforcementContext,
    @Arg('about', () => ID, {
      nullable: true,
      description: 'Only those with a claim about this actor, incident or account.',
    })
    about?: string | null,
  ): Promise<ContradictionRecord[]> {
    const { stores, claimView } = context;
    const among = typeof about === 'string' ? await stores.claims.idsAbout(claimView, about) : null;
    const found = await stores.contradictions.among(among);
    const claims = await Promise.all(found.map((contradiction) => claimsOf(contradiction, context)));
    return found.filter((_, i) => claimView === 'ALL' || claims[i]?.every((claim) => claim !== null));
  }

  @FieldResolver(() => [ClaimType], { description: 'The claims, as they are set against each other.' })
  async claims(
    @Root() contradiction: ContradictionRecord,
    @Ctx() context: EnforcementContext,
  ): Promise<ClaimRecord[]> {
    const claims = await claimsOf(contradiction, context);
    return claims.map((claim, i) => {
      if (claim) return claim;
      throw new CordonError(
        'UNKNOWN_ENTITY',
        `there is no claim ${JSON.stringify(contradiction.claimIds[i])}`,
      );
    });
  }
}

function claimsOf(
  { claimIds }: ContradictionRecord,
  { claimById }: EnforcementContext,
): Promise<(ClaimRecord | null)[]> {
  return Promise.all(claimIds.map((id) => claimById.load(id)));
}
