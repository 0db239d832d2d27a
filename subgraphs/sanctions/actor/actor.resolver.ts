import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { HasActors } from './actor.context';
import type { ActorFacts } from './actorFacts';
import { ActorsArguments } from './actor.input';
import { ActorConnection, ActorType } from './actor.type';

const readsSanctions = '@requiresScopes(scopes: [["sanctions:read"]])';

@Resolver(() => ActorType)
export class ActorResolver {
  @Query(() => ActorType, {
    nullable: true,
    description: 'One actor by its id; null for an unknown id.',
  })
  @Directive(readsSanctions)
  actor(
    @Ctx() { actorById }: HasActors,
    @Arg('id', () => ID, { description: 'Such as `ofac:43337`.' }) id: string,
  ): Promise<ActorFacts | null> {
    return actorById.load(id);
  }

  @Query(() => ActorConnection, { nullable: true, description: 'The actors, listed or not, sorted by id.' })
  @Directive(readsSanctions)
  @Directive('@cost(weight: 50)')
  async actors(
    @Ctx() { directory, designationSets, today }: HasActors,
    @Args(() => ActorsArguments) { search, program, listed, first, after }: ActorsArguments,
  ): Promise<Connection<ActorFacts>> {
    const page = readPageArguments(first, after);
    const among = [
      ...(program ? [{ ids: designationSets.actorsUnder(program), excluded: false }] : []),
      ...(typeof listed === 'boolean'
        ? [{ ids: designationSets.actorsListedOn(today), excluded: !listed }]
        : []),
    ];
    const found = await directory.page({ search: search ?? null, among }, page);
    return connectionOfPage(
      found,
      (actor) => actor._id,
      (actor) => actor,
      page.after,
    );
  }
}
