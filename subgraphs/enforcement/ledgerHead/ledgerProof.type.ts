import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('LedgerProof', {
  description: 'A proof that one event is in the ledger, for checking elsewhere.',
})
export class LedgerProofType {
  @Field(() => ID, { description: 'The event: its place in the ledger, from 1.' })
  readonly id!: string;

  @Field(() => String, {
    description:
      'The proof as `cordon ledger prove` prints it: the event, its audit path (RFC 6962) and the signed checkpoint, as JSON. ' +
      '`cordon ledger verify --proof` checks it, and so can anybody.',
  })
  readonly proof!: string;

  @Field(() => [String], {
    description:
      'The restricted records that `proof` shows, `Type:id` each: accounts, legal processes, measures, proposals and claims. ' +
      'The log of reads names them.',
  })
  readonly proofRecords!: string[];
}
