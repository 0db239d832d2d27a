import type { SourceFacts } from '../../parts/sourceFacts';

/** A designation, as the page of an actor or a wallet shows it. */
export interface DesignationShown {
  readonly id: string;
  readonly list: string;
  readonly entry: string;
  readonly programmes: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly source: SourceFacts;
}
