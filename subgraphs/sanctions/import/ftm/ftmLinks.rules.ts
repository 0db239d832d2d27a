import type { ListLink } from '../../list/listEntry';
import { earliest, latest } from './ftmDays.rules';
import { type FtmEntity, valuesOf } from './ftmEntity';
import { ftmName } from './ftmNames.rules';
import { referringProperties, relations } from './ftmSchemata';
import { shareOf } from './percentage.rules';

/** The entities that relations join, both ways, and those that an entity names in a property. */
export function ftmNeighbours(entities: readonly FtmEntity[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = neighbours.get(from);
      if (known) known.push(to);
      else neighbours.set(from, [to]);
    }
  };
  for (const entity of entities) {
    const relation = relations[entity.schema];
    if (relation) {
      for (const from of valuesOf(entity, relation.from))
        for (const to of valuesOf(entity, relation.to)) join(from, to);
    } else {
      for (const property of Object.keys(referringProperties))
        for (const to of valuesOf(entity, property)) join(entity.id, to);
    }
  }
  return neighbours;
}

interface Around {
  readonly byId: ReadonlyMap<string, FtmEntity>;
  /** The ids that are entries. */
  readonly kept: ReadonlySet<string>;
}

/** Returns the links of an entity to others: by relations that start at it, and by its own properties. */
export function ftmLinks(entity: FtmEntity, about: readonly FtmEntity[], around: Around): ListLink[] {
  const named = Object.entries(referringProperties).flatMap(([property, kind]) =>
    valuesOf(entity, property).map((id) => ({ ...linkTo(id, around), kind })),
  );
  return [...about.flatMap((relation) => linksOfRelation(relation, around)), ...named];
}

const linkTo = (id: string, { byId, kept }: Around) => {
  const other = byId.get(id);
  return { text: other ? ftmName(other) : id, toEntry: kept.has(id) ? id : null };
};

function linksOfRelation(entity: FtmEntity, around: Around): ListLink[] {
  const relation = relations[entity.schema];
  if (!relation) return [];
  const from = earliest(valuesOf(entity, 'startDate'));
  const to = latest(valuesOf(entity, 'endDate'));
  const share = entity.schema === 'Ownership' ? shareOf(valuesOf(entity, 'percentage')).share : null;
  return valuesOf(entity, relation.to).map((id) => ({
    ...linkTo(id, around),
    kind: relation.kind,
    ...(from === null ? {} : { from: from.from }),
    ...(from?.text === undefined ? {} : { fromText: from.text }),
    ...(to === null ? {} : { to: to.to }),
    ...(to?.text === undefined ? {} : { toText: to.text }),
    ...(share === null ? {} : { share }),
  }));
}
