import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfAll,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasClaims } from '../claim/claim.context';
import { readsClaims } from '../scopes';
import { LossEstimatesArguments } from './lossEstimate.input';
import { type LossEstimateFacts, lossEstimatesOf } from './lossEstimate.rules';
import { LossEstimateConnection, LossEstimateType } from './lossEstimate.type';

@Resolver(() => LossEstimateType)
export class LossEstimateResolver {
  @Query(() => LossEstimateConnection, {
    nullable: true,
    description:
      'Loss estimates of sources, by country and period, sorted by id. They have no total: see LossEstimate. `contradictions` names those that cannot all hold.',
  })
  @Directive(readsClaims)
  async lossEstimates(
    @Ctx() { stores, claimView }: HasClaims,
    @Args(() => LossEstimatesArguments) { country, from, to, first, after }: LossEstimatesArguments,
  ): Promise<Connection<LossEstimateFacts>> {
    const page = readPageArguments(first, after);
    if (typeof country === 'string' && !/^[A-Z]{2}$/.test(country))
      throw badUserInput(`country is ${JSON.stringify(country)}: it is ISO 3166-1 alpha-2, such as JP`, {
        argument: 'country',
      });
    if (from && to && from > to) throw badUserInput('from is after to', { argument: 'from' });
    const filter = { country: country ?? null, from: from ?? null, to: to ?? null };
    const estimates = lossEstimatesOf(await stores.claims.withLosses(claimView, filter), filter.country);
    return connectionOfPage(
      pageOfAll(estimates, ({ id }) => id, page),
      ({ id }) => id,
      (estimate) => estimate,
      page.after,
    );
  }
}
