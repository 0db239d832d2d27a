import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { ListVersionRecord } from './listVersion.record';

@ObjectType('ListVersion', { description: 'An imported version of a sanctions list.' })
export class ListVersionType implements Pick<
  ListVersionRecord,
  'version' | 'publishedOn' | 'importedAt' | 'entries' | 'wallets' | 'quarantined'
> {
  @Field(() => ID, { description: 'The version, named by its day of publication, or by that of its import.' })
  readonly version!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of publication; null where it is not known.',
  })
  readonly publishedOn?: string | null;

  @Field(() => DateTimeScalar, { description: 'The time at which it was imported.' })
  readonly importedAt!: Date;

  @Field(() => Int, { description: 'Number of entries.' })
  readonly entries!: number;

  @Field(() => Int, { description: 'Number of listed addresses.' })
  readonly wallets!: number;

  @Field(() => Int, { description: 'Number of rows that became no fact: see `reconciliation`.' })
  readonly quarantined!: number;
}
