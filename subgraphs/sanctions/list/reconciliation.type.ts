import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import type { ReadingDifference, RowCount, RowKind as Kind } from './listReading';
import type { AcceptedLoss, ListVersionRecord } from './listVersion.record';
import type { QuarantinedRowRecord } from './quarantinedRow.record';

const RowKind = {
  ENTRY: 'ENTRY',
  ALIAS: 'ALIAS',
  ADDRESS: 'ADDRESS',
  COMMENT: 'COMMENT',
  REMARK: 'REMARK',
  RELATIONSHIP: 'RELATIONSHIP',
} as const satisfies { readonly [Name in Kind]: Name };
registerEnumType(RowKind, {
  name: 'RowKind',
  description: 'The subject of a row of a list.',
  valuesConfig: {
    ENTRY: { description: 'An entry.' },
    ALIAS: { description: 'Another name.' },
    ADDRESS: { description: 'A place.' },
    COMMENT: { description: 'The continuation of remarks that were too long.' },
    REMARK: { description: 'A segment of remarks.' },
    RELATIONSHIP: { description: 'A link between two entries.' },
  },
});

@ObjectType('RowCount', {
  description: 'The outcome of the rows of one kind: rows = facts + empty + quarantined.',
  simpleResolvers: true,
})
export class RowCountType implements RowCount {
  @Field(() => RowKind, { description: 'The subject of the rows.' })
  readonly kind!: Kind;

  @Field(() => Int, { description: 'Number of rows read.' })
  readonly rows!: number;

  @Field(() => Int, { description: 'Number of rows that became facts.' })
  readonly facts!: number;

  @Field(() => Int, { description: 'Number of rows that the publisher left without content.' })
  readonly empty!: number;

  @Field(() => Int, { description: 'Number of rows that were kept aside, each with its reason.' })
  readonly quarantined!: number;
}

@ObjectType('QuarantinedRow', {
  description: 'A row that became no fact, with where it stood and why.',
  simpleResolvers: true,
})
export class QuarantinedRowType implements Omit<QuarantinedRowRecord, '_id' | 'edition'> {
  @Field(() => String, { description: 'The name of the file.' })
  readonly file!: string;

  @Field(() => Int, { description: 'The line, from 1.' })
  readonly line!: number;

  @Field(() => RowKind, { description: 'The subject of the row.' })
  readonly kind!: Kind;

  @Field(() => String, { description: 'The reason why it became no fact.' })
  readonly reason!: string;

  @Field(() => String, { description: 'The row as it was, at most 2,000 characters.' })
  readonly text!: string;
}

export const QuarantinedRowConnection = defineConnection({
  name: 'QuarantinedRow',
  node: () => QuarantinedRowType,
  pageInfo: PageInfo,
});

@ObjectType('AcceptedLoss', {
  description:
    'The losses of a version against the one before it, and the reason for publishing it all the same.',
  simpleResolvers: true,
})
export class AcceptedLossType implements AcceptedLoss {
  @Field(() => [String], { description: 'The kinds, as `--accept-loss` names them.' })
  readonly kinds!: string[];

  @Field(() => [String], { description: 'The losses, in words.' })
  readonly losses!: string[];

  @Field(() => String, { description: 'The reason that the operator gave.' })
  readonly reason!: string;
}

@ObjectType('ListDifference', {
  description: 'Facts that one file of a list has, and that the other file of the same entries lacks.',
  simpleResolvers: true,
})
export class ListDifferenceType implements ReadingDifference {
  @Field(() => String, { description: 'The kind of facts: `entries`, `aliases`, `wallets` and so on.' })
  readonly kind!: string;

  @Field(() => String, { description: 'The file that has them. The CSV files go by the one of the entries.' })
  readonly file!: string;

  @Field(() => Int, { description: 'Number of such facts.' })
  readonly count!: number;

  @Field(() => [ID], { description: 'The entries that they are of, at most 20.' })
  readonly entries!: string[];
}

@ObjectType('Reconciliation', { description: 'The account of all that an import read: nothing is lost.' })
export class ReconciliationType implements Pick<ListVersionRecord, 'list' | 'version' | 'absent' | 'rows'> {
  @Field(() => ID, { description: 'The list.' })
  readonly list!: string;

  @Field(() => ID, { description: 'The version, named by its day of publication.' })
  readonly version!: string;

  @Field(() => [RowCountType], { description: 'The counts, by kind.' })
  readonly rows!: ListVersionRecord['rows'];

  @Field(() => Int, { description: 'Links to other entries of the list.' })
  readonly relationships!: number;

  @Field(() => Int, { description: "Links to entries of the publisher's other lists." })
  readonly relationshipsToOtherLists!: number;

  @Field(() => Int, { description: "Links whose name is nobody's or several entries': kept as text." })
  readonly unresolvedRelationships!: number;

  @Field(() => [String], { description: 'The files of the list that the import went without.' })
  readonly absent!: string[];
}
