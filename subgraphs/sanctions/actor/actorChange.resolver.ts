import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  connectionOfPage,
  pageOfAll,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { ActorFacts } from './actorFacts';
import { ActorType } from './actor.type';
import type { HasLists } from '../list/list.context';
import type { HasActors } from './actor.context';
import { knownActor } from './knownActor';
import { ActorChangeConnection, type ActorChangeFacts, ActorChangeType } from './actorChange.type';
import { compareEntries } from '../list/compareEntries.rules';
import { changesBetween, type EntryChange, type Run } from '../list/history.rules';
import { knownList, placeOf } from '../list/knownList';
import { ListPageArguments } from '../list/list.input';
import type { OneList } from '../list/listedActor';

@Resolver(() => ActorChangeType)
export class ActorChangeResolver {
  @Query(() => ActorChangeConnection, {
    description:
      'The entries that the version in force of a list has added, removed and changed since an earlier one.',
  })
  @Directive('@requiresScopes(scopes: [["sanctions:read"]])')
  @Directive('@cost(weight: 100)')
  actorChanges(
    @Ctx() { requireFreshLists }: HasLists,
    @Arg('list', () => ID, { description: 'Such as `ofac-sdn`.' }) list: string,
    @Arg('sinceVersion', () => ID, { description: 'The earlier version, by its day of publication.' })
    sinceVersion: string,
    @Args(() => ListPageArguments) { first, after }: ListPageArguments,
  ): Connection<ActorChangeFacts> {
    const lists = requireFreshLists();
    const page = readPageArguments(first, after);
    const of = knownList(lists, list);
    const changes = changesBetween(
      of.history,
      placeOf(lists, list, sinceVersion),
      of.versions.length - 1,
    ).flatMap((change) => changeFacts(of, change) ?? []);
    return connectionOfPage(
      pageOfAll(changes, ({ entry }) => entry, page),
      ({ entry }) => entry,
      (change) => change,
      page.after,
    );
  }

  @FieldResolver(() => ActorType, { description: 'The actor that the entry is about.' })
  actor(@Root() { actorId }: ActorChangeFacts, @Ctx() context: HasActors): Promise<ActorFacts> {
    return knownActor(actorId, context);
  }
}

/**
 * Returns the change of an entry as shown to clients; null where only the order of its values or the reading
 * of an address differs.
 */
function changeFacts(of: OneList, { entry, change, before, after }: EntryChange): ActorChangeFacts | null {
  const runs = of.history.get(entry) ?? [];
  const content = (digest: string | null) => {
    const run: Run | undefined = runs.find((one) => one.content === digest);
    return run && of.entryOf(run);
  };
  const [was, is] = [content(before), content(after)];
  const actorId = (is ?? was)?.actorId ?? '';
  if (!was || !is) return { entry, actorId, change, fields: [] };
  const difference = compareEntries(was, is);
  return difference && { entry, actorId, ...difference };
}
