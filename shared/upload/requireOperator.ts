import { CordonError } from '../errors/cordonError';
import { type Identity, tenantOf } from '../identity/identity';

/** Uploads name the operator's own people, and the wallets and customers of every venue. @throws CordonError UNAUTHORIZED_FIELD_OR_TYPE for a partner */
export function requireOperator(caller: Identity): void {
  if (tenantOf(caller) === null) return;
  throw new CordonError('UNAUTHORIZED_FIELD_OR_TYPE', 'uploads are shown to the operator only');
}
