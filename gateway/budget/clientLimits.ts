import { callerKey } from '../../shared/identity/callerKey';
import type { Admission } from '../partners/admission';

/** What a client may ask and spend. */
export interface ClientLimits {
  /** What is counted together: a partner's client, or one caller. */
  readonly key: string;
  readonly requestsPerMinute: number;
  readonly costPerOperation: number;
  /** Undefined: any. */
  readonly costPerHour: number | undefined;
  /** How many fields its operations may nest; undefined: as many as the deployment allows. */
  readonly depth: number | undefined;
}

/** What holds where the partner file names no limit. */
export interface DefaultLimits {
  readonly ratePerMinute: number;
  readonly maxCost: number;
  /** 0: any. */
  readonly costPerHour: number;
}

/** Returns the limits of a caller: those of the partner file, and the defaults for what it leaves out. */
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
