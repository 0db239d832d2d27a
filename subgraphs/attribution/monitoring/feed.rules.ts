import { CordonError } from '../../../shared/errors/cordonError';
import type { Tenant } from '../vocabulary/tenant';

/**
 * The owner of watches, alerts and webhooks: the operator, or one venue. Each sees only its own, with numbers
 * of their own.
 */
export const operatorFeed = 'house';

export const feedOf = (tenant: Tenant): string => (tenant === null ? operatorFeed : `venue.${tenant}`);

export const unknownEntity = (what: string, id: string): CordonError =>
  new CordonError('UNKNOWN_ENTITY', `there is no ${what} ${JSON.stringify(id.slice(0, 200))}`);
