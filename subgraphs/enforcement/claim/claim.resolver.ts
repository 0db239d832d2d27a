import { Args, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { EnforcementContext } from '../context';
import { readsClaims } from '../scopes';
import { ClaimsArguments } from './claim.input';
import type { ClaimRecord } from './claim.record';
import { ClaimConnection, ClaimType } from './claim.type';

@Resolver(() => ClaimType)
export class ClaimResolver {
  @Query(() => ClaimConnection, {
    nullable: true,
    description: 'What sources say, sorted by id. With `claims:published` alone: what published texts say.',
  })
  @Directive(readsClaims)
  async claims(
    @Ctx() { stores, claimView }: EnforcementContext,
    @Args(() => ClaimsArguments) { about, first, after }: ClaimsArguments,
  ): Promise<Connection<ClaimRecord>> {
    const page = readPageArguments(first, after);
    return connectionOfPage(
      await stores.claims.page(claimView, about ?? null, page),
      (claim) => claim._id,
      (claim) => claim,
      page.after,
    );
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Where in the text the words begin, in characters (UTF-16 code units).',
  })
  offset(@Root() { place }: ClaimRecord): number {
    return place.offset;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many characters the words have.' })
  length(@Root() { place }: ClaimRecord): number {
    return place.length;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Which text `offset` counts in: SHA-256 of its bytes in UTF-8, hex.',
  })
  textSha256(@Root() { place }: ClaimRecord): string {
    return place.textSha256;
  }
}
