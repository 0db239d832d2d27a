import { randomUUID } from 'node:crypto';
import type { CommandContext } from './command.context';
import type { OnePersonAct } from './flag.rules';
import { requireAccount } from './loadDraftState';

export const newMeasureId = () => `measure:${randomUUID()}`;

export async function onePersonAct(
  context: CommandContext,
  id: string,
  { account, reason }: { readonly account: string; readonly reason: string },
): Promise<OnePersonAct> {
  const { caller, now } = context;
  return {
    id,
    account: await requireAccount(context, account),
    maker: caller.subject,
    makerIssuer: caller.issuer,
    reason,
    at: now,
  };
}
