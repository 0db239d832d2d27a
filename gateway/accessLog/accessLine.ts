import { redactSecrets } from '../../shared/errors/redactSecrets';
import type { RequestRecord } from './requestRecord';

/** The characters of an operation's name that are logged. */
const maxNameLength = 100;

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
  const name = parsed?.operation.name?.value;
  return {
    ...(caller && { client: caller.client, venue: caller.venue }),
    ...(parsed && {
      operation: name === undefined ? null : redactSecrets(name).slice(0, maxNameLength),
      operationHash: parsed.stored.hash,
      type: parsed.operation.operation,
    }),
    ...(estimate !== undefined && { estimate }),
    ...(meter && { cost: meter.spent, calls: meter.calls }),
    ...(codes.size > 0 && { codes: [...codes] }),
    ...(errorIds.size > 0 && { errorIds: [...errorIds] }),
  };
}
