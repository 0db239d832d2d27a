import { askedLinkPolicy, linkPolicy } from './linkPolicy';
import type { RelationshipKind } from '../vocabulary/relationshipKinds';
import type { RelationshipRecord } from './relationship.record';

/** An actor that is linked to another, with the way that leads there. Depth counts the hops that are not SAME_AS. */
export interface ActorPath {
  readonly actorId: string;
  readonly depth: number;
  readonly path: readonly RelationshipRecord[];
}

const none: ReadonlySet<RelationshipKind> = new Set();

/**
 * Returns the other end of a relationship that may be followed from this actor under the policy, or null.
 * `alsoThrough` names kinds that do not carry and were asked for. A disputed one is followed too, and shows
 * that it is disputed: omitting it would read as "not linked".
 */
export function followedTo(
  relationship: RelationshipRecord,
  actorId: string,
  alsoThrough: ReadonlySet<RelationshipKind> = none,
): string | null {
  const { kind } = relationship;
  const way = alsoThrough.has(kind) ? askedLinkPolicy[kind] : linkPolicy[kind];
  if (way === undefined) return null;
  if (relationship.toId === actorId) return relationship.fromId;
  return relationship.fromId === actorId && way !== 'DOWN' ? relationship.toId : null;
}

const hopsOf = (relationship: RelationshipRecord) => (linkPolicy[relationship.kind] === 'SAME' ? 0 : 1);

type RelationshipsOf = (actorId: string) => readonly RelationshipRecord[];

/**
 * Returns the actors linked to one, itself first at depth 0, then by depth; each with its shortest path.
 * Among equally short paths it takes the first by actor and relationship id, so that the same facts give the
 * same answer. `relationshipsOf` returns the relationships of an actor at either end. Cost: those of all
 * actors within the depth.
 */
export function linkedActors(
  start: string,
  maxDepth: number,
  relationshipsOf: RelationshipsOf,
  alsoThrough: ReadonlySet<RelationshipKind> = none,
): ActorPath[] {
  const found = new Map<string, ActorPath>([[start, { actorId: start, depth: 0, path: [] }]]);
  let frontier: ActorPath[] = [...found.values()];
  while (frontier.length > 0) {
    const next = new Map<string, ActorPath>();
    for (const reached of frontier) {
      const relationships = relationshipsOf(reached.actorId);
      for (const step of stepsFrom(reached, relationships, { maxDepth, alsoThrough })) {
        const known = found.get(step.actorId);
        if (known && known.depth <= step.depth) continue;
        found.set(step.actorId, step);
        next.set(step.actorId, step);
      }
    }
    frontier = [...next.values()].sort(byDepthThenId);
  }
  return [...found.values()].sort(byDepthThenId);
}

function stepsFrom(
  reached: ActorPath,
  relationships: readonly RelationshipRecord[],
  { maxDepth, alsoThrough }: { maxDepth: number; alsoThrough: ReadonlySet<RelationshipKind> },
): ActorPath[] {
  const sorted = [...relationships].sort((a, b) => (a._id < b._id ? -1 : 1));
  return sorted.flatMap((relationship) => {
    const actorId = followedTo(relationship, reached.actorId, alsoThrough);
    const depth = reached.depth + hopsOf(relationship);
    return actorId === null || depth > maxDepth
      ? []
      : [{ actorId, depth, path: [...reached.path, relationship] }];
  });
}

const byDepthThenId = (a: ActorPath, b: ActorPath) => a.depth - b.depth || (a.actorId < b.actorId ? -1 : 1);
