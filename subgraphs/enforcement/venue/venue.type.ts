import { Field, ID, ObjectType } from 'type-graphql';
import type { VenueRecord } from './venue.record';

@ObjectType('Venue', { description: 'An exchange or another custodian.' })
export class VenueType implements Pick<VenueRecord, 'name' | 'illustrative'> {
  @Field(() => ID, { description: 'The first part of the ids of its accounts.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => Boolean, { description: 'Whether it is made up for illustration.' })
  readonly illustrative!: boolean;
}
