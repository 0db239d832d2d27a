import type { ScreeningAlertStore } from './screeningAlert.store';

/** The part of the context that the resolver of alerts uses. */
export interface HasScreeningAlerts {
  readonly stores: { readonly screeningAlerts: ScreeningAlertStore };
}
