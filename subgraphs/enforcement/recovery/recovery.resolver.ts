import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import { actorOfId } from '../actor/actor.reference';
import { ActorType } from '../actor/actor.type';
import type { HasIncidents } from '../incident/incident.context';
import type { HasRecoveries } from './recovery.context';
import type { IncidentRecord } from '../incident/incident.record';
import { IncidentType } from '../incident/incident.type';
import { readsIncidents } from '../scopes';
import { RecoveriesArguments } from './recovery.input';
import type { RecoveryRecord } from './recovery.record';
import { RecoveryConnection, RecoveryType } from './recovery.type';

type RecoveriesContext = HasRecoveries & HasIncidents;

@Resolver(() => RecoveryType)
export class RecoveryResolver {
  @Query(() => RecoveryConnection, { nullable: true, description: 'The recoveries, sorted by id.' })
  @Directive(readsIncidents)
  async recoveries(
    @Ctx() { stores }: RecoveriesContext,
    @Args(() => RecoveriesArguments) { incident, actor, first, after }: RecoveriesArguments,
  ): Promise<Connection<RecoveryRecord>> {
    const page = readPageArguments(first, after);
    return connectionOfPage(
      await stores.recoveries.page({ incidentId: incident ?? null, actorId: actor ?? null }, page),
      (recovery) => recovery._id,
      (recovery) => recovery,
      page.after,
    );
  }

  @FieldResolver(() => IncidentType, {
    nullable: true,
    description: 'The incident of the loss, where a source names one.',
  })
  async incident(
    @Root() { incidentId }: RecoveryRecord,
    @Ctx() { incidentById }: RecoveriesContext,
  ): Promise<IncidentRecord | null> {
    if (!incidentId) return null;
    const incident = await incidentById.load(incidentId);
    if (!incident)
      throw new CordonError('UNKNOWN_ENTITY', `there is no incident ${JSON.stringify(incidentId)}`);
    return incident;
  }

  @FieldResolver(() => [ActorType], { nullable: true, description: 'The actors from whom it was got back.' })
  actors(@Root() { actorIds }: RecoveryRecord): ActorType[] {
    return actorIds.map(actorOfId);
  }
}
