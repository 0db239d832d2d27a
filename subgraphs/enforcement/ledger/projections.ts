import { accountsProjection } from '../account/account.projection';
import { controlEventsProjection } from '../control/controlEvent.projection';
import { holdingValuationsProjection } from '../valuation/holdingValuation.projection';
import { holdingsProjection } from '../holding/holding.projection';
import { incidentsProjection } from '../incident/incident.projection';
import { measuresProjection } from '../measure/measure.projection';
import { outflowsProjection } from '../outflow/outflow.projection';
import { processesProjection } from '../legalProcess/legalProcess.projection';
import { proposalsProjection } from '../proposal/proposal.projection';
import { recoveriesProjection } from '../recovery/recovery.projection';
import { reportsProjection } from '../report/report.projection';
import { retentionHoldsProjection } from '../retention/retentionHold.projection';
import { venuesProjection } from '../venue/venue.projection';
import type { EnforcementEvent } from './events';
import type { ProjectedRow, Projection, RowChange } from '../projection/projection';

/** The rows of each projection are its own; the machinery knows only what all rows have. */
const projection = (
  name: string,
  changes: (event: EnforcementEvent) => readonly RowChange<ProjectedRow>[],
  version = 2,
): Projection => ({ name, version, changes });

/**
 * All projections, in the order in which they are written. Rows that depend on an account are written before
 * it. So nobody ever sees an account without its measures, as if it were open.
 */
export const projections: readonly Projection[] = [
  projection('measures', measuresProjection),
  projection('holdings', holdingsProjection),
  projection('processes', processesProjection),
  projection('incidents', incidentsProjection, 3),
  projection('recoveries', recoveriesProjection),
  projection('controlEvents', controlEventsProjection),
  projection('proposals', proposalsProjection),
  projection('outflows', outflowsProjection),
  projection('holdingValuations', holdingValuationsProjection),
  projection('reports', reportsProjection),
  projection('retentionHolds', retentionHoldsProjection),
  projection('venues', venuesProjection),
  projection('accounts', accountsProjection),
];
