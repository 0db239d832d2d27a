import type { ScreeningIndex } from './engine/screeningIndex';

/** The part of the context that the resolvers of screening use. */
export interface HasScreening {
  /** The names of the lists in force, and of the actors of cases. */
  readonly screening: ScreeningIndex;
}
