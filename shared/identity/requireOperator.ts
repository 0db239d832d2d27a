import { CordonError } from '../errors/cordonError';
import { type Identity, tenantOf } from './identity';

/**
 * Rejects a partner, where rows name the operator's own people or every venue's wallets and customers. `rows` names them in
 * the plural. @throws CordonError UNAUTHORIZED_FIELD_OR_TYPE
 */
export function requireOperator(caller: Identity, rows: string): void {
  if (tenantOf(caller) === null) return;
  throw new CordonError('UNAUTHORIZED_FIELD_OR_TYPE', `${rows} are shown to the operator only`);
}
