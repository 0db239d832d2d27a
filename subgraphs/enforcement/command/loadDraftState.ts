import { CordonError } from '../../../shared/errors/cordonError';
import type { AccountRecord } from '../account/account.record';
import type { EnforcementContext } from '../context';
import { knowsAll } from '../legalProcess/disclosure.rules';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { asKnownNow } from '../measure/known.rules';
import type { DraftState } from './draftState';
import type { Draft } from './draft';

/** One of another venue and one that is not there are the same to who asks, here as in reads. */
export async function requireAccount(context: EnforcementContext, id: string): Promise<AccountRecord> {
  const [account] = await context.stores.accounts.byIds(context.tenant, [id]);
  if (!account) throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(id)}`);
  return account;
}

/** In the order given. One that the caller may not know of and one that is not there are the same. */
export async function requireProcesses(
  { stores, knowledge }: EnforcementContext,
  ids: readonly string[],
): Promise<LegalProcessRecord[]> {
  const found = new Map(
    (await stores.processes.byIds(ids, knowledge)).map((process) => [process._id, process]),
  );
  return ids.map((id) => {
    const process = found.get(id);
    if (!process) throw new CordonError('UNKNOWN_ENTITY', `there is no legal process ${JSON.stringify(id)}`);
    return process;
  });
}

/** The state that a draft is decided on, read without the request's loaders: each decision sees what is there now. */
export async function loadDraftState(context: EnforcementContext, draft: Draft): Promise<DraftState> {
  const { stores, tenant } = context;
  const toAccountId = draft.act === 'TRANSFER' ? draft.toAccountId : null;
  const ids = [draft.accountId, ...(toAccountId === null ? [] : [toAccountId])];
  const account = await requireAccount(context, draft.accountId);
  const [toAccount, processes, measures, holdings] = await Promise.all([
    toAccountId === null ? null : requireAccount(context, toAccountId),
    requireProcesses(context, draft.processIds),
    stores.measures.byAccounts(tenant, [draft.accountId]),
    stores.holdings.byAccounts(tenant, ids),
  ]);
  const onAccount = asKnownNow(measures);
  const ended = draft.act === 'RELEASE' ? onAccount.find(({ _id }) => _id === draft.measureId) : undefined;
  // Whether the bases still carry it is asked of all of them, also those that who releases may not know of.
  const bases = ended ? await stores.processes.byIds(ended.processIds, knowsAll) : [];
  return { account, toAccount, processes, onAccount, bases, holdings };
}
