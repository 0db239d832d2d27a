import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccountRecord } from '../account/account.record';
import { AccountType } from '../account/account.type';
import { readsEnforcement } from '../scopes';
import type { HasAccountObligations } from './obligation.loader';
import type { ShownObligation } from './obligationPage';
import { ObligationType } from './obligation.type';

@Resolver(() => AccountType)
export class AccountObligationsResolver {
  @FieldResolver(() => [ObligationType], {
    description:
      'The obligations that are about this account: late and undetermined ones first, then by due date, also those that were met. ' +
      'An annual report is about a venue, and is not among them.',
  })
  @Directive(readsEnforcement)
  obligations(
    @Root() { _id }: AccountRecord,
    @Ctx() { obligationsByAccount }: HasAccountObligations,
  ): Promise<readonly ShownObligation[]> {
    return obligationsByAccount.load(_id);
  }
}
