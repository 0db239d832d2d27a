import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { ClaimRecord } from '../claim/claim.record';
import { passageIdOf } from '../claim/passage.record';
import type { EnforcementContext } from '../context';
import { readsClaims } from '../scopes';
import { PublicStatementsArguments } from './publicStatement.input';
import { PublicStatementConnection, PublicStatementType } from './publicStatement.type';

@Resolver(() => PublicStatementType)
export class PublicStatementResolver {
  @Query(() => PublicStatementConnection, {
    nullable: true,
    description:
      'What may be said in public, sorted by id: claims of published texts whose source can be named and found (its ' +
      'address, or its publisher and day). The same for every caller.',
  })
  @Directive(readsClaims)
  async publicStatements(
    @Ctx() { stores }: EnforcementContext,
    @Args(() => PublicStatementsArguments) { about, first, after }: PublicStatementsArguments,
  ): Promise<Connection<ClaimRecord>> {
    const page = readPageArguments(first, after);
    const subjects = await stores.claims.publishedSubjects();
    // Whoever asks: what is left out must not depend on whether the caller may see the account or the process.
    // What was retracted is left out too: that it is not so any more makes it no matter for the public.
    const [accounts, processes] = await Promise.all([
      stores.accounts.idsEver(subjects),
      stores.processes.idsEver(subjects),
    ]);
    const notAbout = [...accounts, ...processes];
    return connectionOfPage(
      await stores.claims.statements({ about: about ?? null, notAbout }, page),
      (claim) => claim._id,
      (claim) => claim,
      page.after,
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The source's own words, where its text was given and they were found at their place.",
  })
  async quote(
    @Root() { place }: ClaimRecord,
    @Ctx() { passageById }: EnforcementContext,
  ): Promise<string | null> {
    return (await passageById.load(passageIdOf(place)))?.quote ?? null;
  }
}
