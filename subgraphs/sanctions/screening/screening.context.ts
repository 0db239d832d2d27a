import type { ScreeningScope } from './chosenVersions.rules';
import type { ScreeningIndex } from './engine/screeningIndex';

/** The part of the context that the resolvers of screening use. */
export interface HasScreening {
  /** The names of the lists in force, and of the actors of cases. */
  readonly screening: ScreeningIndex;
  /** Aborted when the caller has left, or the deadline has passed. */
  readonly signal: AbortSignal;
  /** Returns the names of past versions, or of some of the lists. Throws UNKNOWN_LIST and BAD_USER_INPUT. */
  screeningOf(scope: ScreeningScope): Promise<ScreeningIndex>;
}
