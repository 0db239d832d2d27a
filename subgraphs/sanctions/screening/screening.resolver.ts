import { setImmediate } from 'node:timers/promises';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { rejectEnded } from '../../../shared/subgraph/endedRequest';
import type { ActorFacts } from '../actor/actorFacts';
import { ActorType } from '../actor/actor.type';
import type { HasActors } from '../actor/actor.context';
import type { HasLists } from '../list/list.context';
import { rejectStaleOn } from '../list/listAge.rules';
import { rejectFuture } from '../designation/rejectFuture';
import type { HasScreening } from './screening.context';
import { defaultThreshold } from './engine/screeningIndex';
import { screenSubject } from './engine/screenSubject';
import { ScreenNamesArguments } from './screening.input';
import { NameMatchType, type NameScreeningFacts, NameScreeningType } from './screening.type';

const maxSubjects = 1000;
/** Below this, names have nothing in common but a part. */
const minThreshold = 0.5;
/** Other requests get their turn after this many subjects, some 10 ms. */
const subjectsAtATime = 25;

@Resolver(() => NameScreeningType)
export class ScreeningResolver {
  @Query(() => [NameScreeningType], {
    description:
      'Screens names against the lists in force and the actors of loaded cases. Answers are in the order of the subjects.',
  })
  @Directive('@requiresScopes(scopes: [["sanctions:read"]])')
  @Directive('@cost(weight: 20)')
  async screenNames(
    @Ctx() context: HasScreening & HasLists,
    @Args(() => ScreenNamesArguments)
    { subjects, threshold, weakAliases, asOf = null, lists = null }: ScreenNamesArguments,
  ): Promise<NameScreeningFacts[]> {
    if (subjects.length > maxSubjects)
      throw badUserInput(`subjects: ${subjects.length} subjects in one call: ${maxSubjects} at most`);
    const wanted = threshold ?? defaultThreshold;
    if (!(wanted >= minThreshold && wanted <= 1))
      throw badUserInput(`threshold: ${wanted} is not from ${minThreshold} to 1`);
    if (asOf === null) context.requireFreshLists();
    else rejectFuture(asOf, context.today);
    const screening =
      asOf === null && lists === null ? context.screening : await context.screeningOf({ asOf, lists });
    // A version is judged as old as it was on that day, however old the lists in force are.
    if (asOf !== null) rejectStaleOn(asOf, screening.versions, context.agePolicy);
    const options = { threshold: wanted, weakAliases: weakAliases ?? false };
    const answers: NameScreeningFacts[] = [];
    for (const [at, subject] of subjects.entries()) {
      if (at > 0 && at % subjectsAtATime === 0) {
        await setImmediate();
        rejectEnded(context.signal);
      }
      answers.push({ ...screenSubject(screening, subject, options), versions: screening.versions });
    }
    return answers;
  }

  @FieldResolver(() => [NameMatchType], {
    nullable: true,
    description:
      'The actors that it may be, best first; equal names are ordered by the evidence beside the name. Null with NOT_SCREENED where nothing was found and `problem` is why: an empty list means none.',
  })
  matches(@Root() { matches, problem }: NameScreeningFacts): NameScreeningFacts['matches'] {
    if (matches.length > 0 || problem === null) return matches;
    throw new CordonError('NOT_SCREENED', `whether it is listed is not known: ${problem}`);
  }
}

@Resolver(() => NameMatchType)
export class NameMatchResolver {
  @FieldResolver(() => ActorType, { description: 'The actor that may be meant.' })
  async actor(@Root() { actorId }: NameMatchType, @Ctx() { actorById }: HasActors): Promise<ActorFacts> {
    const actor = await actorById.load(actorId);
    if (actor) return actor;
    throw new CordonError('UNKNOWN_ENTITY', `the actor ${actorId} was screened against, and is missing`);
  }
}
