import { Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { ClaimRecord } from '../claim/claim.record';
import { aboutOf } from '../claim/subjects.rules';
import { claimStatus } from '../contradiction/claimStatus.rules';
import type { ContradictionGroup } from '../contradiction/editorGroups.rules';
import { quotationIdOf } from '../claim/quotation.record';
import type { HasClaims } from '../claim/claim.context';
import type { HasPublicStatements } from './publicStatement.context';
import { readsClaims } from '../scopes';
import { PublicStatementsArguments } from './publicStatement.input';
import { PublicStatementConnection, PublicStatementType } from './publicStatement.type';

type PublicStatementsContext = HasPublicStatements & HasClaims;

/** The claims that no primary source supports where others contradict them. */
function unsupportedIds(groups: readonly ContradictionGroup[]): string[] {
  const ids = [...new Set(groups.flatMap(({ claimIds }) => claimIds))];
  return ids.filter((id) => claimStatus(id, groups) !== 'SUPPORTED');
}

@Resolver(() => PublicStatementType)
export class PublicStatementResolver {
  @Query(() => PublicStatementConnection, {
    nullable: true,
    description:
      'Statements fit for the public, sorted by id: claims of published texts whose source can be named and found (its address, or its publisher and day). A claim in a contradiction in which no primary source supports it is omitted, unless asked for. The same for every caller.',
  })
  @Directive(readsClaims)
  @Directive('@cost(weight: 100)')
  async publicStatements(
    @Ctx() { stores, publicClaims, publicContradictionGroups }: PublicStatementsContext,
    @Args(() => PublicStatementsArguments)
    { about, includeUnsupported, first, after }: PublicStatementsArguments,
  ): Promise<Connection<ClaimRecord>> {
    const page = readPageArguments(first, after);
    const notAbout = await publicClaims.notAbout();
    const notIds = includeUnsupported ? [] : unsupportedIds(await publicContradictionGroups());
    return connectionOfPage(
      await stores.claims.statements({ about: about ?? null, notAbout, notIds }, page),
      (claim) => claim._id,
      (claim) => claim,
      page.after,
    );
  }

  @FieldResolver(() => [ID], {
    description:
      'The actors and incidents that it is about, and the organisations that speak in it or are spoken of (`subject:binance`). Without any, its subject by its name.',
  })
  about(@Root() claim: ClaimRecord): string[] {
    return aboutOf(claim);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The source's own words, where its text was given and they were found at their place.",
  })
  async quote(
    @Root() { place }: ClaimRecord,
    @Ctx() { quotationById }: PublicStatementsContext,
  ): Promise<string | null> {
    return (await quotationById.load(quotationIdOf(place)))?.quote ?? null;
  }
}
