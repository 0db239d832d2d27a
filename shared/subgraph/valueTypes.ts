import { Directive, Field, ID, Int, ObjectType, type ClassType } from 'type-graphql';
import { DateScalar } from '../scalars/date';

/** The author of a fact, and the place. `quote` has the source's own words, where its text was given. */
export interface SourceFacts {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string | null;
  /** YYYY-MM-DD */
  readonly publishedOn?: string | null;
  readonly url?: string | null;
  readonly quote?: string | null;
}

export interface AssetFacts {
  /** CAIP-19 */
  readonly id: string;
  readonly symbol: string;
  /** Null where it is not known. */
  readonly decimals: number | null;
}

/** The `Source` value type, the same in each subgraph; a class of its own for each (see definePageInfo). */
export function defineSource(): ClassType<SourceFacts> {
  @ObjectType('Source', { description: 'The publication that a fact comes from.', simpleResolvers: true })
  @Directive('@shareable')
  class Source implements SourceFacts {
    @Field(() => ID, { description: 'The source, unique within the deployment.' })
    readonly id!: string;

    @Field(() => String, { description: 'The title as published.' })
    readonly title!: string;

    @Field(() => String, { nullable: true, description: 'Its publisher.' })
    readonly publisher?: string | null;

    @Field(() => DateScalar, { nullable: true, description: 'The day of publication, where it is known.' })
    readonly publishedOn?: string | null;

    @Field(() => String, { nullable: true, description: 'The address where it can be read.' })
    readonly url?: string | null;

    @Field(() => String, {
      nullable: true,
      description: "The source's own words, where its text was given and checked.",
    })
    readonly quote?: string | null;
  }
  return Source;
}

/** The `Asset` value type, the same in each subgraph. */
export function defineAsset(): ClassType<AssetFacts> {
  @ObjectType('Asset', { description: 'The asset of an amount.', simpleResolvers: true })
  @Directive('@shareable')
  class Asset implements AssetFacts {
    @Field(() => ID, { description: 'CAIP-19, such as `eip155:1/slip44:60`.' })
    readonly id!: string;

    @Field(() => String, {
      description:
        'The usual symbol, such as `ETH`; what its id calls it where none is known. Symbols are not unique: the id is.',
    })
    readonly symbol!: string;

    @Field(() => Int, {
      nullable: true,
      description:
        'Number of decimal places of one unit: 18 for ETH. Null where it is not known: show base units.',
    })
    readonly decimals!: number | null;
  }
  return Asset;
}
