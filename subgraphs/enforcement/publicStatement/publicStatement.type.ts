import { Field, ID, ObjectType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { ClaimRecord } from '../claim/claim.record';
import { Modality } from '../claim/claim.type';
import { PageInfo, Source } from '../vocabulary/valueTypes';

@ObjectType('PublicStatement', {
  description:
    'What a published source says, fit to be said in public: who says it, how, and where it can be read. Nothing of an ' +
    'account, of a legal process, or of what is made up for a case.',
})
export class PublicStatementType {
  @Field(() => ID, { description: 'The claim that it is.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, { description: 'What the source says, in our words.' })
  readonly statement!: string;

  @Field(() => Modality, {
    description: 'How the source says it: a suspicion is not to be repeated as a fact.',
  })
  readonly modality!: ClaimRecord['modality'];

  @Field(() => Source, { description: 'Who published it, with its address, or its publisher and day.' })
  readonly source!: SourceFacts;
}

export const PublicStatementConnection = defineConnection({
  name: 'PublicStatement',
  node: () => PublicStatementType,
  pageInfo: PageInfo,
});
