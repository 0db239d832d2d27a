/** An entity of FollowTheMoney, as far as it is text. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  /** The name of the entity, as the data set chose it; null where it gives none. */
  readonly caption: string | null;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** The data sets that it comes from. */
  readonly datasets: readonly string[];
  /** Its line, from 1. */
  readonly line: number;
}

/** The values of a property, in an order of their own: the file gives them in any. */
export const valuesOf = ({ properties }: FtmEntity, name: string): string[] =>
  [...(properties[name] ?? [])].sort();

/**
 * Merges two lines of one entity: what either says counts. An end counts only where both give one, as the line without it
 * says that it goes on.
 */
export function mergeEntities(one: FtmEntity, other: FtmEntity): FtmEntity {
  const names = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  const properties = [...names].flatMap((name) => {
    const [own, more] = [valuesOf(one, name), valuesOf(other, name)];
    if (name === 'endDate' && (own.length === 0 || more.length === 0)) return [];
    return [[name, [...new Set([...own, ...more])]] as const];
  });
  return {
    ...one,
    caption: one.caption ?? other.caption,
    properties: Object.fromEntries(properties),
    datasets: [...new Set([...one.datasets, ...other.datasets])],
  };
}
