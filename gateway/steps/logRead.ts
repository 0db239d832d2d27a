import type { ExecutedOperation } from '../execution/executedOperation';
import { type ReadLog, readLogUnavailable } from '../readLog/readLog';
import { takeRecordIds } from '../readLog/recordIds';
import type { VerifiedToken } from '../tokens/verifiedToken';
import type { ParsedRequest } from './parseRequest';

export interface LogReadOptions {
  readonly log: ReadLog;
  readonly token: VerifiedToken;
  readonly purpose: string | undefined;
}

/**
 * Logs the restricted records of an answer before its first byte is sent, and returns the answer as the client asked for
 * it. Throws READ_LOG_UNAVAILABLE where the log cannot be written, or does not know a record.
 */
export async function logRead(
  executed: ExecutedOperation,
  { stored, operation }: ParsedRequest,
  { log, token, purpose }: LogReadOptions,
): Promise<ExecutedOperation> {
  if (!stored.isRestricted) return executed;
  const { executed: answer, records, isIncomplete } = takeRecordIds(executed);
  if (isIncomplete) throw readLogUnavailable();
  if (records.length === 0) return answer;
  const operationName = operation.name?.value;
  await log.append({ token, operationName, operationHash: stored.hash, purpose, records });
  return answer;
}
