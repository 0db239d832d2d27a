/** An entity of FollowTheMoney, as far as it is text. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  /** The name of the entity, as the data set chose it; null where it gives none. */
  readonly caption: string | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** The data sets that it comes from. */
  readonly datasets: readonly string[];
  /** Where it stands, from 1. */
  readonly line: number;
}

/** The values of a property, in an order of their own: the file gives them in any. */
export const valuesOf = ({ properties }: FtmEntity, name: string): string[] =>
  [...(properties[name] ?? [])].sort();
