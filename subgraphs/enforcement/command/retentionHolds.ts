import { CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import type { EventPayload } from '../ledger/events';
import type { RetentionHoldRecord } from '../retention/retentionHold.record';
import { operatorSource } from './operatorSource';
import { requireAccounts, requireProcesses } from './loadDraftState';

type Hold = NonNullable<EventPayload['retentionHolds']>[number];

/** The accounts and processes of a hold, all of which the client may know of. */
export async function heldOf(
  context: CommandContext,
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
 * @throws CordonError ALREADY_ENDED
 */
export function holdInForce(hold: RetentionHoldRecord): Hold {
  const { _id: id, accountIds, from, to, processIds, reason, illustrative } = hold;
  if (to) throw new CordonError('ALREADY_ENDED', `${id} was lifted at ${to.toISOString()}`);
  return {
    id,
    accountIds,
    from: from.toISOString(),
    to: null,
    processIds,
    reason,
    illustrative,
    source: operatorSource,
  };
}
