import type { ScreeningIndex } from './engine/screeningIndex';

/** What the resolvers of screening need of a request. */
export interface HasScreening {
  /** The names of the lists in force, and of the actors of cases. */
  readonly screening: ScreeningIndex;
}
