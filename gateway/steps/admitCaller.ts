import type { Identity } from '../../shared/identity/identity';
import type { Admission } from '../partners/admission';
import type { ListedPartner, PartnerList } from '../partners/partnerList';
import { requestError } from '../request/requestError';

/**
 * Looks up a partner in the partner file, and takes from its scopes those that the file does not grant. A partner is a
 * token with the role partner or a venue. Throws UNKNOWN_PARTNER or NETWORK_NOT_ALLOWED. Without a file, only tokens decide.
 */
export function admitCaller(caller: Identity, address: string, list: PartnerList | undefined): Admission {
  const isPartner = caller.venue !== null || caller.roles.includes('partner');
  if (!list || !isPartner) return { caller, partner: undefined };
  const { client, venue } = caller;
  if (client === null)
    throw requestError('UNKNOWN_PARTNER', "A partner's token must name its client (client_id, or azp).");
  const partner = list.find(client);
  if (!partner || partner.venue !== venue)
    throw requestError('UNKNOWN_PARTNER', `The client ${client} is not known as one of the venue ${venue}.`);
  if (!partner.allowsAddress(address))
    throw requestError('NETWORK_NOT_ALLOWED', `The client ${client} may not ask from ${address}.`);
  return { caller: withScopes(caller, partner), partner };
}

/** By caller and entry: equal requests keep one object, whose encoding for subgraphs is kept with it. */
const narrowed = new WeakMap<Identity, WeakMap<ListedPartner, Identity>>();

function withScopes(caller: Identity, partner: ListedPartner): Identity {
  const known = narrowed.get(caller)?.get(partner);
  if (known) return known;
  const scopes = caller.scopes.filter((scope) => partner.scopes.includes(scope));
  const result = scopes.length === caller.scopes.length ? caller : { ...caller, scopes };
  const byPartner = narrowed.get(caller) ?? new WeakMap<ListedPartner, Identity>();
  narrowed.set(caller, byPartner.set(partner, result));
  return result;
}
