import { accountsView } from './apply/accounts';
import { controlEventsView } from './apply/controlEvents';
import { holdingValuationsView } from './apply/holdingValuations';
import { holdingsView } from './apply/holdings';
import { incidentsView } from './apply/incidents';
import { measuresView } from './apply/measures';
import { outflowsView } from './apply/outflows';
import { processesView } from './apply/processes';
import { proposalsView } from './apply/proposals';
import { recoveriesView } from './apply/recoveries';
import { reportsView } from './apply/reports';
import { retentionHoldsView } from './apply/retentionHolds';
import { venuesView } from './apply/venues';
import type { EnforcementEvent } from './events';
import type { ViewOf, ViewRow } from './view';

export interface View {
  /** As it is named among the records of the subgraph. */
  readonly name: string;
  /** Raised when what `changes` makes of an event changes: then the view is made anew at start. */
  readonly version: number;
  readonly changes: ViewOf<ViewRow>;
  /** For a view that is made of the rows of others: what events leave in it, once those have them up to a sequence. */
  readonly derive?: (events: readonly EnforcementEvent[], upTo: number) => Promise<void>;
}

/** The row of each view is its own; who folds knows only what all rows have. */
const view = <Row extends ViewRow>(name: string, changes: ViewOf<Row>, version = 2): View => ({
  name,
  version,
  changes: changes as unknown as ViewOf<ViewRow>,
});

/**
 * All views, in the order in which they are written: what hangs on an account is there before the account, so that
 * nobody ever sees an account without its measures, as if it were open.
 */
export const views: readonly View[] = [
  view('measures', measuresView),
  view('holdings', holdingsView),
  view('processes', processesView),
  view('incidents', incidentsView, 3),
  view('recoveries', recoveriesView),
  view('controlEvents', controlEventsView),
  view('proposals', proposalsView),
  view('outflows', outflowsView),
  view('holdingValuations', holdingValuationsView),
  view('reports', reportsView),
  view('retentionHolds', retentionHoldsView),
  view('venues', venuesView),
  view('accounts', accountsView),
];
