import { CordonError } from '../../../shared/errors/cordonError';
import type { EnforcementContext } from '../context';
import type { EventPayload } from '../ledger/events';
import { houseSource } from './houseSource';
import { requireAccounts, requireProcesses } from './loadDraftState';

type Hold = NonNullable<EventPayload['retentionHolds']>[number];

/** The accounts and processes of a hold, all of which the client may know of. */
export async function heldOf(
  context: EnforcementContext,
  { accounts, processes }: { readonly accounts: string[]; readonly processes: string[] },
): Promise<Pick<Hold, 'accountIds' | 'processIds' | 'illustrative'>> {
  const held = await requireAccounts(context, accounts);
  await requireProcesses(context, processes);
  return {
    accountIds: accounts,
    processIds: processes,
    illustrative: held.some(({ illustrative }) => illustrative),
  };
}

/**
 * A hold that is in place, as the ledger has it.
 * @throws CordonError UNKNOWN_ENTITY, ALREADY_ENDED
 */
export async function standingHold({ stores }: EnforcementContext, id: string): Promise<Hold> {
  const [hold] = await stores.retentionHolds.byIds([id]);
  if (!hold) throw new CordonError('UNKNOWN_ENTITY', `there is no retention hold ${JSON.stringify(id)}`);
  if (hold.to) throw new CordonError('ALREADY_ENDED', `${id} was lifted at ${hold.to.toISOString()}`);
  const { accountIds, from, processIds, reason, illustrative } = hold;
  return {
    id,
    accountIds,
    from: from.toISOString(),
    to: null,
    processIds,
    reason,
    illustrative,
    source: houseSource,
  };
}
