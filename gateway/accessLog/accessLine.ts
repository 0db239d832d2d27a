import { loggedOperation } from '../../shared/errors/loggedOperation';
import type { RequestRecord } from './requestRecord';

/**
 * Returns the fields of a GraphQL request's line of the log. The caller is logged by client and venue, never by name, and
 * the operation without its text and variables. The hash is the one in the log of reads.
 */
export function accessLine({
  caller,
  parsed,
  estimate,
  meter,
  codes,
  errorIds,
}: RequestRecord): Readonly<Record<string, unknown>> {
  return {
    ...(caller && { client: caller.client, venue: caller.venue }),
    ...(parsed && {
      operation: loggedOperation(parsed.operation.name?.value) ?? null,
      operationHash: parsed.stored.hash,
      type: parsed.operation.operation,
    }),
    ...(estimate !== undefined && { estimate }),
    ...(meter && { cost: meter.spent, calls: meter.calls }),
    ...(codes.size > 0 && { codes: [...codes] }),
    ...(errorIds.size > 0 && { errorIds: [...errorIds] }),
  };
}
