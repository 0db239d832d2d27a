import { CordonError } from '../../../shared/errors/cordonError';
import type { ActorFacts } from './actorFacts';
import type { HasActors } from './actor.context';

/** Returns the actor of an id that a record holds. A missing one is an error, never "no such actor". */
export async function knownActor(
  id: string,
  { actorById }: Pick<HasActors, 'actorById'>,
): Promise<ActorFacts> {
  const actor = await actorById.load(id);
  if (!actor) throw new CordonError('UNKNOWN_ENTITY', `there is no actor ${JSON.stringify(id)}`);
  return actor;
}
