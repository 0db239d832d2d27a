import { createHash } from 'node:crypto';
import { type Approval, canonicalJson, type Json, type Ledger } from '@cordon/ledger';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { callerKey } from '../../../shared/identity/callerKey';
import type { Identity } from '../../../shared/identity/identity';
import type { CustomerRecord } from '../customer/customer.record';
import type { HasCustomers } from '../customer/customer.context';
import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';
import type { HasCustomerMatches } from '../customerMatch/customerMatch.context';
import { matchDigest } from '../customerMatch/matchDigest.rules';
import type { EntriesInForce } from '../customerScreening/listState.rules';
import type { HasDecisions } from '../decision/decision.context';
import type { DecisionEvent } from '../decision/decision.events';
import type { DecisionRecord } from '../decision/decision.record';
import type { SecondPersonPolicy } from '../decision/decision.rules';
import type { ListEntry } from '../list/listEntry';

/** What a decision needs of the context. */
export interface DecidesMatches extends HasCustomers, HasCustomerMatches, HasDecisions {
  readonly caller: Identity;
  readonly now: Date;
  readonly stores: HasCustomers['stores'] & HasCustomerMatches['stores'] & HasDecisions['stores'];
  readonly decisionLedger: Ledger;
  readonly secondPerson: SecondPersonPolicy;
  readonly customerScreening: { force(): EntriesInForce };
}

/** A match as it is now, with both sides. */
export interface MatchNow {
  readonly match: CustomerMatchRecord;
  readonly customer: CustomerRecord;
  readonly entry: ListEntry;
  readonly decision: DecisionRecord | undefined;
}

/** A decision, or what a second person says of it: one event, or nothing. */
export interface DecisionCommand {
  readonly name: string;
  readonly key: string;
  readonly matchId: string;
  /** The digest of the match as it was seen. */
  readonly digest: string;
  readonly input: Json;
  decide(now: MatchNow): {
    readonly type: DecisionEvent['type'];
    readonly facts: Readonly<Record<string, Json>>;
    readonly approvals?: readonly Approval[];
  };
}

const maxKeyLength = 200;
export const maxReasonLength = 2_000;

const sha256 = (value: Json) => createHash('sha256').update(canonicalJson(value)).digest('hex');

/**
 * Decides on the match as it is at the head of the ledger, and appends one event. A rejected command writes nothing.
 * @throws CordonError UNKNOWN_ENTITY, MATCH_CHANGED, IDEMPOTENCY_KEY_REUSED, BAD_USER_INPUT, and the rejections of `decide`
 */
export async function commitDecision(
  context: DecidesMatches,
  { name, key, matchId, digest, input, decide }: DecisionCommand,
): Promise<CustomerMatchRecord> {
  const { caller, now, decisionLedger, stores, tenant } = context;
  if (key.trim() === '' || key.length > maxKeyLength)
    throw badUserInput(`key has ${key.length} characters: it may have 1 to ${maxKeyLength}`, {
      argument: 'input.key',
    });
  const [visible] = await stores.customerMatches.byIds([matchId], tenant);
  if (!visible)
    throw new CordonError('UNKNOWN_ENTITY', `there is no match ${JSON.stringify(matchId.slice(0, 200))}`);
  const command = { name, digest: sha256({ name, input }) };
  const { event } = await decisionLedger.commit({
    key: `command:${sha256([callerKey(caller), key])}`,
    scope: [matchId],
    async decide(head) {
      await stores.decisions.catchUp(head.sequence);
      const state = await matchNow(context, matchId);
      if (matchDigest(state.match) !== digest) throw changed(matchId, 'it is not what was seen');
      const { type, facts, approvals } = decide(state);
      return {
        type,
        payload: { ...facts, match: matchId, issuer: caller.issuer, command },
        maker: caller.subject,
        happenedAt: now.toISOString(),
        ...(approvals ? { approvals } : {}),
      };
    },
  });
  const stored = event.payload as { readonly command?: { readonly digest?: string } };
  if (stored.command?.digest !== command.digest)
    throw new CordonError(
      'IDEMPOTENCY_KEY_REUSED',
      `the key ${JSON.stringify(key)} was used for something else`,
    );
  await stores.decisions.catchUp();
  context.decisionOfMatch.clear(matchId);
  return visible;
}

/** Reads the match with both sides. Rejects one that is being screened again: it may be other than it shows. */
async function matchNow(
  { stores, tenant, customerScreening }: DecidesMatches,
  id: string,
): Promise<MatchNow> {
  const [match] = await stores.customerMatches.byIds([id], tenant);
  if (!match?.isPresent) throw changed(id, 'it is no longer there');
  const [customer] = await stores.customers.byIds([match.customerId], tenant);
  const inForce = customerScreening.force().lists.get(match.list)?.get(match.entry);
  if (customer?.digest !== match.customerDigest) throw changed(id, 'the customer has changed');
  if (inForce?.digest !== match.entryDigest) throw changed(id, 'the entry has changed');
  const [decision] = await stores.decisions.ofMatches([id]);
  return { match, customer, entry: inForce.entry, decision };
}

const changed = (id: string, why: string) =>
  new CordonError('MATCH_CHANGED', `the match ${id} was not decided: ${why} meanwhile`);
