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

  @Field(() => DateTimeScalar, { description: 'When this version was imported.' })
  readonly importedAt!: Date;

  @Field(() => Int, { description: 'How many entries it has.' })
  readonly entries!: number;

  @Field(() => Int, {
    description: 'How many addresses it lists: pairs of ticker and address, as published.',
  })
  readonly wallets!: number;

  @Field(() => Int, { description: 'How many alternate names its files give.' })
  readonly aliases!: number;

  @Field(() => Int, { description: 'How many rows of places its files give, those without content too.' })
  readonly addresses!: number;

  @Field(() => Int, { description: 'How many links between its entries it gives.' })
  readonly relationships!: number;

  @Field(() => Int, { description: 'How many rows became no fact: see `reconciliation`.' })
  readonly quarantined!: number;
}
