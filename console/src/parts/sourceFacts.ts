/** A source as pages show it. */
export interface SourceFacts {
  readonly title: string;
  readonly publisher?: string | null | undefined;
  readonly publishedOn?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly quote?: string | null | undefined;
}
