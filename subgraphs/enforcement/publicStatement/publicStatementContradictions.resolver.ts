import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ClaimRecord } from '../claim/claim.record';
import { ClaimStatusEnum } from '../claim/claim.type';
import { statusText, withClaim } from '../contradiction/claimContradictions.resolver';
import type { ClaimStatus } from '../vocabulary/claimStatuses';
import { claimStatus } from '../contradiction/claimStatus.rules';
import { ContradictionType } from '../contradiction/contradiction.type';
import type { ContradictionGroup } from '../contradiction/editorGroups.rules';
import type { HasPublicStatements } from './publicStatement.context';
import { PublicStatementType } from './publicStatement.type';

/** Only of published claims: the same for every caller. */
@Resolver(() => PublicStatementType)
export class PublicStatementContradictionsResolver {
  @FieldResolver(() => [ContradictionType], {
    description: 'The contradictions among published claims that it is in: the same for every caller.',
  })
  async contradictions(
    @Root() { _id }: ClaimRecord,
    @Ctx() { publicContradictionGroups }: HasPublicStatements,
  ): Promise<ContradictionGroup[]> {
    return withClaim(_id, await publicContradictionGroups());
  }

  @FieldResolver(() => ClaimStatusEnum, { description: statusText })
  async status(
    @Root() { _id }: ClaimRecord,
    @Ctx() { publicContradictionGroups }: HasPublicStatements,
  ): Promise<ClaimStatus> {
    return claimStatus(_id, await publicContradictionGroups());
  }
}
