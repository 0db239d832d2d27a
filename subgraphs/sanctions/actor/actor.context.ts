import type DataLoader from 'dataloader';
import type { ActorDirectory } from './actorDirectory';
import type { ActorFacts } from './actorFacts';

/** Sets of actors that another noun knows, by which the directory is filtered. */
export interface ActorSets {
  actorsUnder(program: string): ReadonlySet<string>;
  /** The day is YYYY-MM-DD. */
  actorsListedOn(day: string): ReadonlySet<string>;
}

/** The part of the context that the resolvers of actors use. */
export interface HasActors {
  readonly actorById: DataLoader<string, ActorFacts | null>;
  readonly directory: ActorDirectory;
  readonly designationSets: ActorSets;
  /** Today, YYYY-MM-DD in UTC. */
  readonly today: string;
}
