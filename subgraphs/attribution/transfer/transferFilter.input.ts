import { ArgsType, Field, ID, Int } from 'type-graphql';
import { BigIntScalar } from '../../../shared/scalars/bigInt';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { Direction } from '../../../shared/subgraph/direction';
import { maxRowsRead } from './transferFilter.rules';

@ArgsType()
export class TransfersArguments {
  @Field(() => Direction, { description: 'IN: what it received. OUT: what it sent.' })
  readonly direction!: Direction;

  @Field(() => Int, { defaultValue: 50, description: 'Number of rows: 1 to 200.' })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only those at or after this instant; default: all.',
  })
  readonly from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only those before this instant; default: all.',
  })
  readonly until?: Date | null;

  @Field(() => ID, { nullable: true, description: 'Only of this asset, CAIP-19; default: all.' })
  readonly asset?: string | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'Only of so much or more, in base units of `asset`, which it needs.',
  })
  readonly minAmount?: bigint | null;

  @Field(() => ID, {
    nullable: true,
    description: `Only those with this wallet at the other end, or among the other inputs or outputs: an address in any written form. With asset or counterparty a page examines ${maxRowsRead.toLocaleString('en')} transfers at most: it may then be short, or empty, and \`hasNextPage\` is true.`,
  })
  readonly counterparty?: string | null;
}
