import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { Recorded } from './runCommand';

@ObjectType('Recorded', { description: 'A command that was carried out.', simpleResolvers: true })
export class RecordedType implements Recorded {
  @Field(() => Int, { description: 'The place of its event in the ledger: what a correction names.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The id of the record that it made or changed.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'The time at which the ledger recorded it.' })
  readonly recordedAt!: Date;

  @Field(() => Boolean, {
    description:
      'True where it had been done before, with the same key: this is then the result of that time.',
  })
  readonly repeated!: boolean;
}
