import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ClaimRecord } from '../claim/claim.record';
import { ClaimStatusEnum, ClaimType } from '../claim/claim.type';
import type { EnforcementContext } from '../context';
import type { LossEstimateFacts } from '../lossEstimate/lossEstimate.rules';
import { LossEstimateType } from '../lossEstimate/lossEstimate.type';
import { PublicStatementType } from '../publicStatement/publicStatement.type';
import { type ClaimStatus, claimStatus } from './claimStatus.rules';
import { ContradictionType } from './contradiction.type';
import type { ContradictionGroup } from './editorGroups.rules';

const contradictionsText = 'The contradictions that it is in, of those that the caller may see.';
const statusText = 'How it stands among the contradictions that it is in.';

const withClaim = (claimId: string, groups: readonly ContradictionGroup[]): ContradictionGroup[] =>
  groups.filter(({ claimIds }) => claimIds.includes(claimId));

@Resolver(() => ClaimType)
export class ClaimContradictionsResolver {
  @FieldResolver(() => [ContradictionType], { description: contradictionsText })
  async contradictions(
    @Root() { _id }: ClaimRecord,
    @Ctx() { contradictionGroups }: EnforcementContext,
  ): Promise<ContradictionGroup[]> {
    return withClaim(_id, await contradictionGroups());
  }

  @FieldResolver(() => ClaimStatusEnum, { description: statusText })
  async status(
    @Root() { _id }: ClaimRecord,
    @Ctx() { contradictionGroups }: EnforcementContext,
  ): Promise<ClaimStatus> {
    return claimStatus(_id, await contradictionGroups());
  }
}

@Resolver(() => LossEstimateType)
export class LossEstimateContradictionsResolver {
  @FieldResolver(() => [ContradictionType], { description: contradictionsText })
  async contradictions(
    @Root() { claim }: LossEstimateFacts,
    @Ctx() { contradictionGroups }: EnforcementContext,
  ): Promise<ContradictionGroup[]> {
    return withClaim(claim._id, await contradictionGroups());
  }

  @FieldResolver(() => ClaimStatusEnum, { description: statusText })
  async status(
    @Root() { claim }: LossEstimateFacts,
    @Ctx() { contradictionGroups }: EnforcementContext,
  ): Promise<ClaimStatus> {
    return claimStatus(claim._id, await contradictionGroups());
  }
}

/** Of what is published only: the same for every caller. */
@Resolver(() => PublicStatementType)
export class PublicStatementContradictionsResolver {
  @FieldResolver(() => [ContradictionType], {
    description: 'The contradictions among published claims that it is in: the same for every caller.',
  })
  async contradictions(
    @Root() { _id }: ClaimRecord,
    @Ctx() { publicContradictionGroups }: EnforcementContext,
  ): Promise<ContradictionGroup[]> {
    return withClaim(_id, await publicContradictionGroups());
  }

  @FieldResolver(() => ClaimStatusEnum, { description: statusText })
  async status(
    @Root() { _id }: ClaimRecord,
    @Ctx() { publicContradictionGroups }: EnforcementContext,
  ): Promise<ClaimStatus> {
    return claimStatus(_id, await publicContradictionGroups());
  }
}
