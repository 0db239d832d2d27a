import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { ClaimRecord } from '../claim/claim.record';
import { ClaimType } from '../claim/claim.type';
import type { HasClaims } from '../claim/claim.context';
import type { HasContradictions } from './contradiction.context';
import { readsClaims } from '../scopes';
import { ContradictionFindingType, ContradictionType } from './contradiction.type';
import type { ContradictionGroup } from './editorGroups.rules';
import { findContradictions } from './findContradictions';
import type { RuleFinding } from './ruleGroups.rules';

type ContradictionsContext = HasContradictions & HasClaims;

@Resolver(() => ContradictionType)
export class ContradictionResolver {
  @Query(() => [ContradictionType], {
    nullable: true,
    description:
      "Claims that cannot all hold: editors' groups, then those that only the rules find, each sorted by id. An editor's group is shown to callers who may see every claim in it, as its explanation speaks of them all. Rules are applied to the claims that the caller may see.",
  })
  @Directive(readsClaims)
  @Directive('@cost(weight: 100)')
  contradictions(
    @Ctx() context: ContradictionsContext,
    @Arg('about', () => ID, {
      nullable: true,
      description: 'Only those with a claim about this actor, incident, account or organisation.',
    })
    about?: string | null,
  ): Promise<ContradictionGroup[]> {
    return findContradictions(context, about ?? null);
  }

  @FieldResolver(() => [ClaimType], { description: 'The claims, as they are set against each other.' })
  claims(
    @Root() { claimIds }: ContradictionGroup,
    @Ctx() context: ContradictionsContext,
  ): Promise<ClaimRecord[]> {
    return claimsOf(claimIds, context);
  }

  @FieldResolver(() => [ClaimType], {
    description: 'The claims that a primary source supports; empty where it supports none, or none is known.',
  })
  supported(
    @Root() { supportedIds }: ContradictionGroup,
    @Ctx() context: ContradictionsContext,
  ): Promise<ClaimRecord[]> {
    return claimsOf(supportedIds, context);
  }
}

@Resolver(() => ContradictionFindingType)
export class ContradictionFindingResolver {
  @FieldResolver(() => [ClaimType], { description: 'The claims that it was found among.' })
  claims(@Root() { claimIds }: RuleFinding, @Ctx() context: ContradictionsContext): Promise<ClaimRecord[]> {
    return claimsOf(claimIds, context);
  }
}

async function claimsOf(
  ids: readonly string[],
  { claimById }: ContradictionsContext,
): Promise<ClaimRecord[]> {
  const claims = await Promise.all(ids.map((id) => claimById.load(id)));
  return claims.map((claim, i) => {
    if (claim) return claim;
    throw new CordonError('UNKNOWN_ENTITY', `there is no claim ${JSON.stringify(ids[i])}`);
  });
}
