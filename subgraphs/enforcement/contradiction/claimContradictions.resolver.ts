import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ClaimRecord } from '../claim/claim.record';
import { ClaimStatusEnum, ClaimType } from '../claim/claim.type';
import type { HasContradictions } from './contradiction.context';
import type { LossEstimateFacts } from '../lossEstimate/lossEstimate.rules';
import { LossEstimateType } from '../lossEstimate/lossEstimate.type';
import type { ClaimStatus } from '../vocabulary/claimStatuses';
import { claimStatus } from './claimStatus.rules';
import { ContradictionType } from './contradiction.type';
import type { ContradictionGroup } from './editorGroups.rules';

const contradictionsText = 'The contradictions that it is in, of those that the caller may see.';
export const statusText = 'Its status by the contradictions that it is in, of those that the caller may see.';

export const withClaim = (claimId: string, groups: readonly ContradictionGroup[]): ContradictionGroup[] =>
  groups.filter(({ claimIds }) => claimIds.includes(claimId));

@Resolver(() => ClaimType)
export class ClaimContradictionsResolver {
  @FieldResolver(() => [ContradictionType], { description: contradictionsText })
  async contradictions(
    @Root() { _id }: ClaimRecord,
    @Ctx() { contradictionGroups }: HasContradictions,
  ): Promise<ContradictionGroup[]> {
    return withClaim(_id, await contradictionGroups());
  }

  @FieldResolver(() => ClaimStatusEnum, { description: statusText })
  async status(
    @Root() { _id }: ClaimRecord,
    @Ctx() { contradictionGroups }: HasContradictions,
  ): Promise<ClaimStatus> {
    return claimStatus(_id, await contradictionGroups());
  }
}

@Resolver(() => LossEstimateType)
export class LossEstimateContradictionsResolver {
  @FieldResolver(() => [ContradictionType], { description: contradictionsText })
  async contradictions(
    @Root() { claim }: LossEstimateFacts,
    @Ctx() { contradictionGroups }: HasContradictions,
  ): Promise<ContradictionGroup[]> {
    return withClaim(claim._id, await contradictionGroups());
  }

  @FieldResolver(() => ClaimStatusEnum, { description: statusText })
  async status(
    @Root() { claim }: LossEstimateFacts,
    @Ctx() { contradictionGroups }: HasContradictions,
  ): Promise<ClaimStatus> {
    return claimStatus(claim._id, await contradictionGroups());
  }
}
