import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { HasReports } from '../report/report.context';
import type { RequestContext } from '../rows/request';
import type { HasVenues } from '../venue/venue.context';
import type { ObligationStore } from './obligation.store';

/** The part of the context that the resolvers of obligations use. */
export type HasObligations = Pick<HasReports, 'stores'> &
  Pick<HasLegalProcesses, 'stores' | 'knowledge'> &
  Pick<HasVenues, 'stores'> & { readonly stores: { readonly obligations: ObligationStore } } & Pick<
    RequestContext,
    'tenant' | 'now'
  >;
