/** What an import of lists is doing, for whoever watches. */
export interface ImportStep {
  /** In words; another text is another step. */
  readonly text: string;
  /** How many of how many are done, where they are counted. */
  readonly done?: number;
  readonly of?: number;
}
