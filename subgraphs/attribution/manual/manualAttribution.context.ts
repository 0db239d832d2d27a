import type { AttributionStore } from '../attribution/attribution.store';
import type { ManualAttributionStore } from './manualAttribution.store';

/** Where the statements of our own analysts are stored, among all others. */
export interface HasManualAttributions {
  readonly stores: {
    readonly attributions: AttributionStore;
    readonly manualAttributions: ManualAttributionStore;
  };
}
