import { Args, ArgsType, Ctx, Directive, Field, Query, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { HasLists } from '../list/list.context';
import type { HasActors } from './actor.context';
import type { ActorFacts } from './actorFacts';
import { ActorType } from './actor.type';
import { readIdentifierQuery } from './identifierQuery.rules';

@ArgsType()
class ActorsByIdentifierArguments {
  @Field(() => String, {
    description:
      'The number or text: `7704412345`, `IMO 9187629`. Case, spaces and punctuation do not matter; all letters and digits do.',
  })
  readonly value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Words that begin words of the kind as published, such as `passport` or `tax`; all must.',
  })
  readonly kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The country that issued it, by its English name or ISO 3166-1 alpha-2 code. Identifiers without a country are found, too.',
  })
  readonly country?: string | null;
}

@Resolver(() => ActorType)
export class ActorsByIdentifierResolver {
  @Query(() => [ActorType], {
    nullable: true,
    description:
      'The actors to whom a list gives this identifier, sorted by id: in the version in force or, for an entry that was removed, in the last one that had it. The error NOT_SCREENED where no list is imported.',
  })
  @Directive('@requiresScopes(scopes: [["sanctions:read"]])')
  @Directive('@cost(weight: 20)')
  @Directive('@listSize(assumedSize: 10)')
  async actorsByIdentifier(
    @Ctx() { directory, requireFreshLists }: HasActors & HasLists,
    @Args(() => ActorsByIdentifierArguments) { value, kind, country }: ActorsByIdentifierArguments,
  ): Promise<ActorFacts[]> {
    const query = readIdentifierQuery({ value, kind: kind ?? null, country: country ?? null });
    const lists = requireFreshLists();
    if (lists.versions.length === 0)
      throw new CordonError(
        'NOT_SCREENED',
        'no sanctions list is imported: identifiers can be looked up in lists only',
      );
    const found = lists.identifiers(query.plain).filter(({ identifier }) => query.accepts(identifier));
    return directory.byIds([...new Set(found.map(({ actorId }) => actorId))].sort());
  }
}
