import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { NameMatchType } from '../screening/screening.type';
import { PageInfo } from '../vocabulary/valueTypes';
import type { CustomerMatchRecord } from './customerMatch.record';
import { matchDigest } from './matchDigest.rules';

@ObjectType('CustomerMatch', { description: 'That a customer may be an entry of a list.' })
export class CustomerMatchType {
  readonly customerId!: string;
  readonly reopened!: number;

  @Field(() => ID, { description: 'Its id: the same as often as the customer comes near the entry.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The list; `case` for an actor that only a case names.' })
  readonly list!: string;

  @Field(() => ID, { description: 'The number of the entry on the list.' })
  readonly entry!: string;

  @Field(() => Float, { description: '0 to 1, as in `evidence`.' })
  readonly score!: number;

  @Field(() => NameMatchType, {
    description: 'The words, points and names, as they were when it was scored.',
  })
  readonly evidence!: CustomerMatchRecord['evidence'];

  @Field(() => String, { description: 'Of the match as it is shown: a decision names it.' })
  readonly digest!: string;

  @Field(() => String, { description: 'The digest of the entry’s content that was scored.' })
  readonly entryDigest!: string;

  @Field(() => ID, { description: 'The version of the list in which it was scored.' })
  readonly version!: string;

  @Field(() => Boolean, {
    description: 'False where the customer is no longer near the entry, or the entry no longer listed.',
  })
  readonly isPresent!: boolean;

  @Field(() => DateTimeScalar, { description: 'Since when it is present, or no longer is.' })
  readonly since!: Date;
}

export const customerMatchView = (match: CustomerMatchRecord): CustomerMatchType => ({
  id: match._id,
  customerId: match.customerId,
  reopened: match.reopened,
  digest: matchDigest(match),
  list: match.list,
  entry: match.entry,
  score: match.score / 10_000,
  evidence: match.evidence,
  entryDigest: match.entryDigest,
  version: match.version,
  isPresent: match.isPresent,
  since: match.since,
});

export const CustomerMatchConnection = defineConnection({
  name: 'CustomerMatch',
  node: () => CustomerMatchType,
  pageInfo: PageInfo,
});
