import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import type { QuarantineReason } from '../../../shared/rows/importLogRow';
import type { ImportRecord, QuarantinedRowRecord } from './importLog.record';

const ImportKind = {
  TRANSFERS: 'TRANSFERS',
  CROSSINGS: 'CROSSINGS',
  DEPOSITS: 'DEPOSITS',
  TAGPACKS: 'TAGPACKS',
} as const satisfies { readonly [Kind in ImportRecord['kind']]: Kind };

registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'The kind of facts that an import brought in.',
  valuesConfig: {
    TRANSFERS: { description: 'Transfers and UTXO transactions.' },
    CROSSINGS: { description: 'Recorded swaps and bridges.' },
    DEPOSITS: { description: 'Wallets that venues take deposits at.' },
    TAGPACKS: { description: 'Labels of wallets, of GraphSense TagPacks.' },
  },
});

const Reason = {
  UNREADABLE: 'UNREADABLE',
  CONFLICT: 'CONFLICT',
} as const satisfies { readonly [Name in QuarantineReason]: Name };

registerEnumType(Reason, {
  name: 'RefusalReason',
  description: 'The reason for quarantining a row.',
  valuesConfig: {
    UNREADABLE: {
      description: 'The row is invalid: a bad address, a missing field, a wrong time.',
    },
    CONFLICT: { description: 'It can be read, and contradicts a stored row, which stays as it is.' },
  },
});

@ObjectType('RefusedRow', {
  description: 'A quarantined row of an imported file, with the reason.',
  simpleResolvers: true,
})
export class QuarantinedRowType {
  @Field(() => Int, { description: 'Its line in the file, from 1; 1 where the file as a whole is meant.' })
  readonly line!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The file among several that were imported, by its path in their folder.',
  })
  readonly file!: string | null;

  @Field(() => Reason, {
    nullable: true,
    description: 'The reason; null in imports from before reasons were kept.',
  })
  readonly reason!: QuarantineReason | null;

  @Field(() => String, { description: 'The same in words: what is wrong, and where in the row.' })
  readonly problem!: string;
}

export const quarantinedRowView = (row: QuarantinedRowRecord): QuarantinedRowType => ({
  line: row.line,
  file: row.file ?? null,
  reason: row.reason ?? null,
  problem: row.problem,
});

@ObjectType('Import', {
  description: 'An import of a file: what became of its rows. read = stored + duplicates + quarantined.',
})
export class ImportType {
  @Field(() => ID, { description: 'As the report of the import names it.' })
  readonly id!: string;

  @Field(() => ImportKind, { description: 'The kind of facts that it brought in.' })
  readonly kind!: ImportRecord['kind'];

  @Field(() => String, { description: 'The name of the file or folder, without where it was.' })
  readonly file!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The SHA-256 of the file, in hexadecimal; null of a folder, and of an import that has not ended.',
  })
  readonly digest!: string | null;

  @Field(() => DateTimeScalar, { description: 'The time at which it began.' })
  readonly startedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The time at which it ended; null while it runs, and where it was cut off: its counts are then not known.',
  })
  readonly endedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Number of rows read; null where it has not ended.' })
  readonly read!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of new rows; null where it has not ended.' })
  readonly stored!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of rows that were stored before; null where it has not ended.',
  })
  readonly duplicates!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of quarantined rows; null where it has not ended.',
  })
  readonly quarantinedRows!: number | null;
}

/** Counts are written at the end: of an import that was cut off they say nothing, which is not zero. */
export function importView(record: ImportRecord): ImportType {
  const { _id: id, kind, file, digest, startedAt } = record;
  const endedAt = record.endedAt ?? null;
  const known = (count: number) => (endedAt === null ? null : count);
  return {
    id,
    kind,
    file,
    digest: digest ?? null,
    startedAt,
    endedAt,
    read: known(record.read),
    stored: known(record.stored),
    duplicates: known(record.duplicates),
    quarantinedRows: known(record.quarantined),
  };
}

export const ImportConnection = defineConnection<ImportType>({
  name: 'Import',
  node: () => ImportType,
  pageInfo: PageInfo,
  counted: false,
});

export const QuarantinedRowConnection = defineConnection<QuarantinedRowType>({
  name: 'RefusedRow',
  node: () => QuarantinedRowType,
  pageInfo: PageInfo,
  counted: false,
});
