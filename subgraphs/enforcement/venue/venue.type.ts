import { Field, ID, ObjectType } from 'type-graphql';
import type { VenueRecord } from './venue.record';

@ObjectType('Venue', { description: 'An exchange or another custodian.' })
export class VenueType implements Pick<VenueRecord, 'name' | 'jurisdictions' | 'illustrative'> {
  @Field(() => ID, { description: 'The first part of the ids of its accounts.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'The laws that bind it: ISO 3166-1 alpha-2, `UK`, or `EU`. Null where nobody recorded it: duties under US law are then derived as for a venue in the United States, and are marked so.',
  })
  readonly jurisdictions?: string[] | null;

  @Field(() => Boolean, { description: 'True where it is made up for illustration.' })
  readonly illustrative!: boolean;
}
