import type { Identity } from '../../shared/identity/identity';
import type { ListedPartner } from './partnerList';

/** An admitted caller, with its entry of the partner file. */
export interface Admission {
  readonly caller: Identity;
  /** Undefined for the operator's own people, and where the deployment has no partner file. */
  readonly partner: ListedPartner | undefined;
}
