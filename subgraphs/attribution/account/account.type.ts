import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An account as this subgraph knows it: only by its id. */
export interface AccountReference {
  readonly id: string;
}

@ObjectType('Account', { description: 'An account at a venue; `enforcement` knows what it is.' })
@Directive('@key(fields: "id")')
export class AccountType implements AccountReference {
  @Field(() => ID, { description: '`<venue id>:<pseudonym>`' })
  readonly id!: string;
}
