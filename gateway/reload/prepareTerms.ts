import type { QueryLimits } from '../steps/limitQuery';
import type { AuthorizationMode } from '../steps/removeForbidden';

/** The limits and the mode that operations are prepared with: those of requests. */
export interface PrepareTerms {
  readonly limits: QueryLimits;
  readonly mode: AuthorizationMode;
}
