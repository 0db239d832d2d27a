/** The keys that an entity can have, as `@key` writes them. */
export const keyKinds = ['id', 'sku', 'num', 'region code', 'meta { tag }'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** The label of `@override` that is in force, and one that is not. */
export const labelInForce = 'next';
export const otherLabel = 'later';

/** An entity type, or a type that implements an interface that another subgraph treats as an object. */
export interface EntityModel {
  readonly name: string;
  /** Its entities' numbers begin here. */
  readonly first: number;
  readonly count: number;
}

export interface SubgraphModel {
  readonly name: string;
  readonly sdl: string;
}

/** A random graph: what its subgraphs' schemas are, and what decides the values of their fields. */
export interface GraphModel {
  readonly seed: number;
  readonly subgraphs: readonly SubgraphModel[];
  readonly entities: readonly EntityModel[];
  /** By abstract type or by field: the object types that its values have. A field's word counts before its type's. */
  readonly pools: ReadonlyMap<string, readonly string[]>;
  /** By field: what it requires of other subgraphs, as `@requires` writes it. */
  readonly requires: ReadonlyMap<string, string>;
  /** True where some entities have a null key, so that their facts elsewhere are unavailable. */
  readonly nullKeys: boolean;
}
