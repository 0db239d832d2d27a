import type { Identity } from '../../shared/identity/identity';
import type { ListedPartner } from './partnerList';

/** A caller who may ask, with what the partner file says of it. */
export interface Admission {
  readonly caller: Identity;
  /** Undefined for the operator's own people, and where the deployment has no partner file. */
  readonly partner: ListedPartner | undefined;
}
