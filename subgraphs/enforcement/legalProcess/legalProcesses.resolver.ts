import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { HasLegalProcesses } from './legalProcess.context';
import { LegalProcessesArguments } from './legalProcess.input';
import type { LegalProcessRecord } from './legalProcess.record';
import { LegalProcessConnection, LegalProcessType } from './legalProcess.type';

type ProcessesContext = HasLegalProcesses & RequestContext;

const visibilityText =
  'Legal, approvers and auditors see all. Others see those whose audience names them, and the open ones of which the subject may be told; a partner only where they name an account of its venue. An empty list does not mean "none".';

/** Lists the legal processes that the caller is shown as a basis. */
@Resolver()
export class LegalProcessesResolver {
  @Query(() => LegalProcessConnection, {
    nullable: true,
    description: `The legal processes, sorted by id. ${visibilityText}`,
  })
  @Directive(readsEnforcement)
  async legalProcesses(
    @Ctx() { stores, knowledge, tenant }: ProcessesContext,
    @Args(() => LegalProcessesArguments) { first, after, ...filter }: LegalProcessesArguments,
  ): Promise<Connection<LegalProcessRecord>> {
    const page = readPageArguments(first, after);
    return connectionOfPage(
      await stores.processes.page({ ...filter, knowledge, tenant }, page),
      (process) => process._id,
      (process) => process,
      page.after,
    );
  }

  @Query(() => LegalProcessType, {
    nullable: true,
    description: 'One legal process by its id; null where the caller may see none by that id.',
  })
  @Directive(readsEnforcement)
  legalProcess(
    @Ctx() { stores, knowledge, tenant }: ProcessesContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<LegalProcessRecord | null> {
    return stores.processes.listed(id, { knowledge, tenant });
  }
}
