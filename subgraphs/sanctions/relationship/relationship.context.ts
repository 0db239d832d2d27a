import type { RelationshipKind } from '../vocabulary/relationshipKinds';
import type { ActorPath } from './linkedActors.rules';
import type { RelationshipRecord } from './relationship.record';

/** The part of the context that the resolvers of relationships use. */
export interface HasRelationships {
  /** The relationships that an actor is an end of, by lists and cases, each once. Throws LIST_STALE. */
  relationshipsOf(actorId: string): readonly RelationshipRecord[];
  /**
   * Returns the actors linked to one, within a depth, through further kinds where asked; computed once a
   * request.
   */
  linksOf(actorId: string, maxDepth: number, alsoThrough?: readonly RelationshipKind[]): readonly ActorPath[];
}
