import type { QueryLimits } from '../steps/limitQuery';
import type { AuthorizationMode } from '../steps/removeForbidden';

/** What operations are prepared by: as requests are checked. */
export interface PrepareTerms {
  readonly limits: QueryLimits;
  readonly mode: AuthorizationMode;
}
