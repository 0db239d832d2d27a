import { chunksOf } from '../../../shared/batch/chunks';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { AccountRecord } from '../account/account.record';
import type { CommandContext } from './command.context';
import { fullKnowledge, isVisibleBasis } from '../legalProcess/disclosure.rules';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { asKnownNow } from '../measure/known.rules';
import type { DraftState } from './draftState';
import type { Draft } from './draft';

/**
 * Returns the account. One of another venue and a missing one are the same to the caller, here as in reads.
 */
export async function requireAccount(context: CommandContext, id: string): Promise<AccountRecord> {
  const [account] = await context.stores.accounts.byIds(context.tenant, [id]);
  return account ?? noAccount(id);
}

/** The maximum of accounts that one command can name: its event holds them all. */
const maxAccounts = 10_000;

/**
 * Returns the accounts in the order given, by few queries.
 * @throws CordonError UNKNOWN_ENTITY that names the first missing one, BAD_USER_INPUT for more than 10,000
 */
export async function requireAccounts(
  { stores, tenant }: CommandContext,
  ids: readonly string[],
): Promise<AccountRecord[]> {
  if (ids.length > maxAccounts) {
    throw badUserInput(`${ids.length} accounts are named: at most ${maxAccounts} in one command`);
  }
  const found = new Map<string, AccountRecord>();
  for (const chunk of chunksOf(ids))
    for (const account of await stores.accounts.byIds(tenant, chunk)) found.set(account._id, account);
  return ids.map((id) => found.get(id) ?? noAccount(id));
}

function noAccount(id: string): never {
  throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(id)}`);
}

/**
 * Returns the processes in the order given. One that the caller may not know of and a missing one are the
 * same.
 */
export async function requireProcesses(
  { stores, knowledge }: CommandContext,
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
export async function loadDraftState(context: CommandContext, draft: Draft): Promise<DraftState> {
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
  // All bases must still carry it, also those of which the releasing person may not know.
  const bases = ended ? await stores.processes.byIds(ended.processIds, fullKnowledge) : [];
  const basesShown = bases.every((process) => isVisibleBasis(process, context.knowledge));
  return { account, toAccount, processes, onAccount, bases, basesShown, holdings };
}
