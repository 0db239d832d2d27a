import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { assetOfId } from '../../../shared/caip/assets';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { AssetFacts } from '../../../shared/subgraph/valueTypes';
import { actorOfId } from '../actor/actor.reference';
import { ActorType } from '../actor/actor.type';
import type { HasIncidents } from './incident.context';
import { readsIncidents } from '../scopes';
import { Asset } from '../vocabulary/valueTypes';
import { IncidentsArguments } from './incident.input';
import type { IncidentRecord } from './incident.record';
import { IncidentConnection, IncidentLossType, IncidentType, type LossFacts } from './incident.type';

@Resolver(() => IncidentType)
export class IncidentResolver {
  @Query(() => IncidentConnection, { nullable: true, description: 'The incidents, sorted by id.' })
  @Directive(readsIncidents)
  async incidents(
    @Ctx() { stores }: HasIncidents,
    @Args(() => IncidentsArguments) { actor, since, until, first, after }: IncidentsArguments,
  ): Promise<Connection<IncidentRecord>> {
    const page = readPageArguments(first, after);
    return connectionOfPage(
      await stores.incidents.page(
        { actorId: actor ?? null, since: since ?? null, until: until ?? null },
        page,
      ),
      (incident) => incident._id,
      (incident) => incident,
      page.after,
    );
  }

  @FieldResolver(() => [ActorType], {
    nullable: true,
    description: 'The actors that a source holds responsible.',
  })
  actors(@Root() { actorIds }: IncidentRecord): ActorType[] {
    return actorIds.map(actorOfId);
  }
}

@Resolver(() => IncidentLossType)
export class IncidentLossResolver {
  @FieldResolver(() => Asset, { description: 'Of what.' })
  asset(@Root() { asset }: LossFacts): AssetFacts {
    return assetOfId(asset);
  }
}
