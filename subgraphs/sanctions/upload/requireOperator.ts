import { CordonError } from '../../../shared/errors/cordonError';
import { type Identity, tenantOf } from '../../../shared/identity/identity';

/** Uploads name the operator's own people. @throws CordonError UNAUTHORIZED_FIELD_OR_TYPE for a partner */
export function requireOperator(caller: Identity): void {
  if (tenantOf(caller) === null) return;
  throw new CordonError('UNAUTHORIZED_FIELD_OR_TYPE', 'uploads are shown to the operator only');
}
