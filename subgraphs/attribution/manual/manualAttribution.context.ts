import type { AttributionStore } from '../attribution/attribution.store';
import type { ManualAttributionStore } from './manualAttribution.store';

/** The store of the statements of our own analysts, among all others. */
export interface HasManualAttributions {
  readonly stores: {
    readonly attributions: AttributionStore;
    readonly manualAttributions: ManualAttributionStore;
  };
}
