import { Field, ID, ObjectType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { ClaimRecord } from '../claim/claim.record';
import { Modality } from '../claim/claim.type';
import { PageInfo, Source } from '../vocabulary/valueTypes';

@ObjectType('PublicStatement', {
  description:
    "A published source's claim, fit for the public: its source, its modality, and the place to read it. It has nothing of an account, of a legal process, or of facts made up for a case.",
})
export class PublicStatementType {
  @Field(() => ID, { description: 'The claim that it is.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: "The source's statement, in our words." })
  readonly statement!: string;

  @Field(() => Modality, {
    description: 'The modality: a suspicion is not to be repeated as a fact.',
  })
  readonly modality!: ClaimRecord['modality'];

  @Field(() => Source, { description: 'The publication, with its address, or its publisher and day.' })
  readonly source!: SourceFacts;
}

export const PublicStatementConnection = defineConnection({
  name: 'PublicStatement',
  node: () => PublicStatementType,
  pageInfo: PageInfo,
});
