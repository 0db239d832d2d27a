import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { Recorded } from './runCommand';

@ObjectType('Recorded', { description: 'A command that was carried out.', simpleResolvers: true })
export class RecordedType implements Recorded {
  @Field(() => Int, { description: 'The place of its event in the ledger: what a correction names.' })
  readonly event!: number;

  @Field(() => ID, { description: 'The id of what it made or changed.' })
  readonly id!: string;

  @Field(() => DateTimeScalar, { description: 'When the ledger knew of it.' })
  readonly recordedAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether it had been done before, with the same key: this is then what it made at that time.',
  })
  readonly repeated!: boolean;
}
