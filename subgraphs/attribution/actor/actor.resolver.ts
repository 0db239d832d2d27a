import type { ActorReference } from './actor.type';

/** The actor behind an entity reference: `sanctions` knows whether there is one; here each may be spoken of. */
export function resolveActorReference(reference: Readonly<Record<string, unknown>>): ActorReference {
  const { id, linkedActorIds } = reference;
  return {
    id: String(id),
    ...(Array.isArray(linkedActorIds) ? { linkedActorIds: linkedActorIds.map(String) } : {}),
  };
}
