import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { ListVersionRecord } from './listVersion.record';

@ObjectType('SanctionsList', { description: 'A sanctions list, in the version that is in force.' })
export class SanctionsListType implements Pick<
  ListVersionRecord,
  | 'list'
  | 'version'
  | 'publishedOn'
  | 'importedAt'
  | 'entries'
  | 'wallets'
  | 'aliases'
  | 'addresses'
  | 'relationships'
  | 'quarantined'
> {
  @Field(() => ID, { description: 'The list, such as `ofac-sdn`.', name: 'id' })
  readonly list!: string;

  @Field(() => ID, { description: 'The version, named by its day of publication, or by that of its import.' })
  readonly version!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of publication; null where it is not known: see `dateAssumed`.',
  })
  readonly publishedOn?: string | null;

  @Field(() => DateTimeScalar, { description: 'The time at which this version was imported.' })
  readonly importedAt!: Date;

  @Field(() => Int, { description: 'Number of entries.' })
  readonly entries!: number;

  @Field(() => Int, {
    description: 'Number of listed addresses: pairs of ticker and address, as published.',
  })
  readonly wallets!: number;

  @Field(() => Int, { description: 'Number of alternate names in its files.' })
  readonly aliases!: number;

  @Field(() => Int, { description: 'Number of rows of places in its files, those without content too.' })
  readonly addresses!: number;

  @Field(() => Int, { description: 'Number of links between its entries.' })
  readonly relationships!: number;

  @Field(() => Int, { description: 'Number of rows that became no fact: see `reconciliation`.' })
  readonly quarantined!: number;
}
