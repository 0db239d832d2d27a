import type { Json } from '@cordon/ledger';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { AccountRecord } from '../account/account.record';
import { knownAccount } from '../account/account.resolver';
import { AccountType } from '../account/account.type';
import type { HasAccounts } from '../account/account.context';
import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasProposals } from './proposal.context';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import { ProposalsArguments } from './proposal.input';
import type { ProposalRecord } from './proposal.record';
import { ProposalConnection, ProposalStateEnum, ProposalType } from './proposal.type';
import { namedRecords } from '../vocabulary/namedRecords';
import { isVisible, visibleProposals } from './visibleProposals';
import { proposalState, type ProposalState } from './proposalState.rules';

type ProposalsContext = HasProposals & HasAccounts & HasLegalProcesses & RequestContext;

@Resolver(() => ProposalType)
export class ProposalResolver {
  @Query(() => ProposalConnection, {
    nullable: true,
    description:
      "The proposals and emergency acts, sorted by id. For the operator's own people: a partner sees none. A proposal on a process that the caller may not know of is neither shown nor counted. Nor is another's proposal on a process that is not shown as a basis (`Measure.bases`).",
  })
  @Directive(readsEnforcement)
  async proposals(
    @Ctx() context: ProposalsContext,
    @Args(() => ProposalsArguments) { state, first, after }: ProposalsArguments,
  ): Promise<Connection<ProposalRecord>> {
    const page = readPageArguments(first, after);
    const { stores, tenant, now } = context;
    const visibleTo = await visibleProposals(context);
    const found =
      tenant === null
        ? await stores.proposals.page({ state: state ?? null, at: now, visibleTo }, page)
        : { rows: [], hasNextPage: false, totalCount: 0 };
    return connectionOfPage(
      found,
      (proposal) => proposal._id,
      (proposal) => proposal,
      page.after,
    );
  }

  @Query(() => ProposalType, {
    nullable: true,
    description: 'One proposal by its id; null where the caller may see none by that id.',
  })
  @Directive(readsEnforcement)
  async proposal(
    @Ctx() context: ProposalsContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<ProposalRecord | null> {
    if (context.tenant !== null) return null;
    const [found, visibleTo] = await Promise.all([
      context.stores.proposals.byId(id),
      visibleProposals(context),
    ]);
    return found && isVisible(found, visibleTo) ? found : null;
  }

  @FieldResolver(() => ProposalStateEnum, { description: 'The state as of now.' })
  state(@Root() proposal: ProposalRecord, @Ctx() { now }: ProposalsContext): ProposalState {
    return proposalState(proposal, now);
  }

  @FieldResolver(() => [String], {
    description:
      'The restricted records that `draft` names, `Type:id` each: accounts, legal processes, a measure. The log of reads names them.',
  })
  draftRecords(@Root() { draft }: ProposalRecord): string[] {
    return namedRecords(JSON.parse(draft) as Json);
  }

  @FieldResolver(() => [AccountType], { description: 'The accounts that it is about.' })
  accounts(
    @Root() { accountIds }: ProposalRecord,
    @Ctx() context: ProposalsContext,
  ): Promise<AccountRecord[]> {
    return Promise.all(accountIds.map((id) => knownAccount(id, context)));
  }
}
