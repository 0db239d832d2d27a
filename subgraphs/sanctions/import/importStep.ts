/** The current step of an import of lists, for display. */
export interface ImportStep {
  /** In words; another text is another step. */
  readonly text: string;
  /** The parts done, where they are counted. */
  readonly done?: number;
  readonly of?: number;
}
