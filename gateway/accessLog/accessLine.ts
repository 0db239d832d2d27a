import { loggedOperation } from '../../shared/errors/loggedOperation';
import type { ParsedOperation } from '../steps/parseRequest';
import type { RequestRecord } from './requestRecord';

/** Returns the name of an operation, as the client wrote it, without what may be a secret; null for an anonymous one. */
export function operationName({ operation }: Pick<ParsedOperation, 'operation'>): string | null {
  const name = operation.name?.value;
  return name === undefined ? null : loggedOperation(name);
}

/**
 * Returns what the log says of a GraphQL request: who by client and venue, never by name; which operation, and neither
 * its text nor its variables. The hash is the one that the log of reads has.
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
      operation: operationName(parsed),
      operationHash: parsed.stored.hash,
      type: parsed.operation.operation,
    }),
    ...(estimate !== undefined && { estimate }),
    ...(meter && { cost: meter.spent, calls: meter.calls }),
    ...(codes.size > 0 && { codes: [...codes] }),
    ...(errorIds.size > 0 && { errorIds: [...errorIds] }),
  };
}
