import { callerKey } from '../../shared/identity/callerKey';
import type { Admission } from '../partners/admission';

/** The limits of a client. */
export interface ClientLimits {
  /** The key to count under: a partner's client, or one caller. */
  readonly key: string;
  readonly requestsPerMinute: number;
  readonly costPerOperation: number;
  /** Undefined: any. */
  readonly costPerHour: number | undefined;
  /** The maximum depth of its operations, in fields; undefined: that of the deployment. */
  readonly depth: number | undefined;
}

/** The limits that apply where the partner file sets none. */
export interface DefaultLimits {
  readonly ratePerMinute: number;
  readonly maxCost: number;
  /** 0: any. */
  readonly costPerHour: number;
}

/** Returns the limits of a caller: those of the partner file, and the defaults for omitted ones. */
export function limitsOf({ caller, partner }: Admission, defaults: DefaultLimits): ClientLimits {
  const limits = partner?.limits ?? {};
  const costPerHour = limits.costPerHour ?? defaults.costPerHour;
  return {
    key: partner ? JSON.stringify([partner.client]) : callerKey(caller),
    requestsPerMinute: limits.requestsPerMinute ?? defaults.ratePerMinute,
    costPerOperation: limits.costPerOperation ?? defaults.maxCost,
    costPerHour: costPerHour === 0 ? undefined : costPerHour,
    depth: limits.depth,
  };
}
