import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { DateScalar } from '../../../shared/scalars/date';
import type { ActorFacts } from '../actor/actorFacts';
import { ActorType } from '../actor/actor.type';
import { isOfList, phaseOn } from './phase.rules';
import type { HasDesignations } from './designation.context';
import type { DesignationRecord } from './designation.record';
import { decideSanctioned, inForceOn } from './designation.rules';
import { DesignationType } from './designation.type';
import { rejectFuture } from './rejectFuture';

/** Resolves the designations of an actor. */
@Resolver(() => ActorType)
export class DesignationResolver {
  @FieldResolver(() => [DesignationType], {
    description: 'Its designations: all that are known, or those in force on a day.',
  })
  designations(
    @Root() actor: ActorFacts,
    @Ctx() context: HasDesignations,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The day; default: every designation, ended ones too.',
    })
    asOf?: string,
  ) {
    const designations = context.designationsOf(actor._id);
    if (asOf) rejectFuture(asOf, context.today);
    return asOf ? inForceOn(designations, asOf).map((one) => phaseOn(one, asOf)) : designations;
  }

  @FieldResolver(() => Boolean, {
    description:
      'True where it is designated on a day. Where no source decides, the answer is the error COVERAGE_GAP, never false.',
  })
  sanctioned(
    @Root() actor: ActorFacts,
    @Ctx() context: HasDesignations,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; default: today.' })
    asOf?: string,
  ): boolean {
    const day = asOf ?? context.today;
    rejectFuture(day, context.today);
    const decision = decideSanctioned(context.designationsOf(actor._id), day);
    if ('sanctioned' in decision) return decision.sanctioned;
    throw new CordonError(
      'COVERAGE_GAP',
      `whether ${actor._id} was sanctioned on ${day} is not known: ${decision.gap}`,
    );
  }

  @FieldResolver(() => [String], {
    description: 'The programmes of its designations that are in force, such as `DPRK2`.',
  })
  programs(@Root() actor: ActorFacts, @Ctx() context: HasDesignations): string[] {
    const designations = context.designationsOf(actor._id);
    return [
      ...new Set(inForceOn(designations, context.today).flatMap(({ programmes }) => programmes)),
    ].sort();
  }
}

/** Resolves the fields of a designation that only a list has. */
@Resolver(() => DesignationType)
export class ListDesignationResolver {
  @FieldResolver()
  from(@Root() { from, fromLatest }: DesignationRecord): string | null {
    return fromLatest ? null : (from ?? null);
  }

  @FieldResolver()
  updatedOn(@Root() designation: DesignationRecord): readonly string[] {
    return isOfList(designation) ? designation.updatedOn : [];
  }
}
