import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import { readsEnforcement } from '../scopes';
import type { AccountRecord } from './account.record';

@ObjectType('Account', { description: "A customer's account at a venue, by pseudonym." })
@Directive('@key(fields: "id")')
export class AccountType implements Pick<AccountRecord, 'illustrative'> {
  @Field(() => ID, { description: '`<venue id>:<pseudonym>`', name: 'id' })
  readonly _id!: string;

  @Field(() => Boolean, {
    description:
      'True where the account is made up for illustration: then nothing in it is a fact about anybody.',
  })
  @Directive(readsEnforcement)
  readonly illustrative!: boolean;
}

export const AccountConnection = defineConnection({
  name: 'Account',
  node: () => AccountType,
  pageInfo: PageInfo,
});
