import { Args, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { HasClaims } from './claim.context';
import { readsClaims } from '../scopes';
import { ClaimsArguments } from './claim.input';
import type { ClaimRecord, ValueLink } from './claim.record';
import { ClaimConnection, ClaimType, ValueLinkType } from './claim.type';
import { quotationIdOf } from './quotation.record';
import { aboutOf } from './subjects.rules';

@Resolver(() => ClaimType)
export class ClaimResolver {
  @Query(() => ClaimConnection, {
    nullable: true,
    description:
      'The claims of sources, sorted by id. With only `claims:published`: those of published texts.',
  })
  @Directive(readsClaims)
  async claims(
    @Ctx() { stores, claimView }: HasClaims,
    @Args(() => ClaimsArguments) given: ClaimsArguments,
  ): Promise<Connection<ClaimRecord>> {
    const { about, modality, source, predicate, subject, search, first, after } = given;
    const page = readPageArguments(first, after);
    const filter = {
      about: about ?? null,
      modality: modality ?? null,
      sourceId: source ?? null,
      predicate: predicate ?? null,
      subject: subject ?? null,
      words: parseWords(search ?? null),
    };
    return connectionOfPage(
      await stores.claims.page(claimView, filter, page),
      (claim) => claim._id,
      (claim) => claim,
      page.after,
    );
  }

  @FieldResolver(() => [ID], {
    description:
      'The actors, incidents and accounts that it is about, and the organisations that speak in it or are spoken of (`subject:binance`). Without any, its subject by its name.',
  })
  about(@Root() claim: ClaimRecord): string[] {
    return aboutOf(claim);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The source's own words, where its text was given and they were found at their place.",
  })
  async quote(@Root() { place }: ClaimRecord, @Ctx() { quotationById }: HasClaims): Promise<string | null> {
    return (await quotationById.load(quotationIdOf(place)))?.quote ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The place in the text where the words begin, in characters (Unicode code points), from 0.',
  })
  offset(@Root() { place }: ClaimRecord): number {
    return place.offset;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Length of the quotation in characters.' })
  length(@Root() { place }: ClaimRecord): number {
    return place.length;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The text in which `offset` counts: SHA-256 of its bytes in UTF-8, hex.',
  })
  textSha256(@Root() { place }: ClaimRecord): string {
    return place.textSha256;
  }

  @FieldResolver(() => Boolean, {
    description: "True where its text is a primary source: the authority's own words, not a report of them.",
  })
  primarySource(@Root() { primary }: ClaimRecord): boolean {
    return primary;
  }
}

const maxWords = 10;

function parseWords(search: string | null): string[] {
  if (search === null) return [];
  const words = search.trim().split(/\s+/).filter(Boolean);
  if (words.length >= 1 && words.length <= maxWords && search.length <= 200) return words;
  throw badUserInput(`search has ${words.length} words: give 1 to ${maxWords}, of 200 characters together`, {
    argument: 'search',
  });
}

@Resolver(() => ValueLinkType)
export class ValueLinkResolver {
  @FieldResolver(() => [ClaimType], {
    description:
      'The whole that it is a part or a share of, or the parts that it sums; those that the caller may see.',
  })
  async claims(@Root() { claimIds }: ValueLink, @Ctx() { claimById }: HasClaims): Promise<ClaimRecord[]> {
    const claims = await Promise.all(claimIds.map((id) => claimById.load(id)));
    return claims.filter((claim) => claim !== null);
  }
}
