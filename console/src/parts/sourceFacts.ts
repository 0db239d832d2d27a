/** A source as pages show it. */
export interface SourceFacts {
  readonly title: string;
  readonly publisher?: string | null | undefined;
  readonly publishedOn?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly quote?: string | null | undefined;
}

/** Returns the source of a claim with the claim's own quotation, where it has one. */
export const quotedSource = ({
  source,
  quote,
}: {
  readonly source: SourceFacts;
  readonly quote?: string | null | undefined;
}): SourceFacts => ({ ...source, quote: quote ?? source.quote });
