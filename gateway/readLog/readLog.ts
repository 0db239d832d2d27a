import type { Ledger, NewEvent } from '@cordon/ledger';
import { chunksOf } from '../../shared/batch/chunks';
import type { Logger } from '../../shared/logger/logger';
import { requestError } from '../request/requestError';
import type { VerifiedToken } from '../tokens/verifiedToken';
import type { ReadsStore } from './reads.store';

/** A read of restricted records, as it is logged. */
export interface RestrictedRead {
  readonly token: VerifiedToken;
  readonly operationName: string | undefined;
  /** SHA-256 of the operation's text, in hex. */
  readonly operationHash: string;
  /** The purpose of the read, as the caller gave it. */
  readonly purpose: string | undefined;
  /** `Type:id` each. */
  readonly records: readonly string[];
}

/** The log of reads of restricted records. */
export interface ReadLog {
  /** Resolves when the read is on the disk. Throws READ_LOG_UNAVAILABLE where it cannot be written. */
  append(read: RestrictedRead): Promise<void>;
}

/** The type of the ledger's events. */
export const readEventType = 'READ';

/** Records in one event: an event is a document of the store, and has a limit. A larger answer is several events. */
const maxRecords = 10_000;

/** The ledger of the log, and the rows that it is searched by. */
interface LoggedReads {
  readonly reads: Pick<Ledger, 'append'>;
  readonly readRows: Pick<ReadsStore, 'rejectLostTail'>;
}

/**
 * Opens the log over its ledger. Reads that are logged at the same time share a write. Nothing is appended to a log that has
 * lost events: another would take their place.
 */
export function openReadLog({ reads: ledger, readRows }: LoggedReads, logger: Logger): ReadLog {
  // From the first append on, the ledger remembers how far it came.
  let isWhole = false;
  return {
    async append(read) {
      const happenedAt = new Date().toISOString();
      try {
        if (!isWhole) await readRows.rejectLostTail();
        isWhole = true;
        const parts = [...chunksOf(read.records, maxRecords)];
        await ledger.append(parts.map((records) => toEvent(read, records, happenedAt)));
      } catch (error) {
        logger.error({ err: error }, 'read log unavailable: rejecting answers that hold restricted records');
        throw readLogUnavailable();
      }
    },
  };
}

/** For a gateway without a store: an answer with restricted records is never sent. */
export const noReadLog: ReadLog = {
  append: async () => {
    throw readLogUnavailable();
  },
};

export const readLogUnavailable = () =>
  requestError(
    'READ_LOG_UNAVAILABLE',
    'The answer holds restricted records, and that they were read cannot be logged at present. A mutation may have been carried out.',
    { 'retry-after': '5' },
  );

function toEvent(
  { token: { identity, id }, operationName, operationHash, purpose }: RestrictedRead,
  records: readonly string[],
  happenedAt: string,
): NewEvent {
  const { issuer, subject, client, venue } = identity;
  return {
    happenedAt,
    type: readEventType,
    maker: subject,
    payload: {
      issuer,
      subject,
      client,
      venue,
      tokenId: id ?? null,
      operationName: operationName ?? null,
      operationHash,
      purpose: purpose ?? null,
      records: [...records],
    },
  };
}
