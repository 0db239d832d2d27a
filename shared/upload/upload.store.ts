import { randomUUID } from 'node:crypto';
import type { StartPlace } from '../pagination/newestPage';
import type { Identity } from '../identity/identity';
import { insertUnlessTaken } from '../mongo/insertRows';
import type {
  UploadDecision,
  UploadFile,
  UploadPartRecord,
  UploadRecord,
  UploadRecords,
  UploadState,
} from './upload.record';

/** An upload of which nothing was heard for so long was cut off: its sender or its process is gone. In milliseconds. */
export const silenceMs = 60_000;

/** An upload that waits for a second person expires after so long, as a proposal does (72 hours). In milliseconds. */
export const waitingMs = 72 * 3_600_000;

/** The outcome of an upload. */
export interface UploadOutcome {
  readonly state: UploadState;
  readonly report?: string;
  readonly digest?: string;
  readonly problem?: string;
}

/** The only place that reads and writes uploads. */
export interface UploadStore {
  /** Takes the turn for a new upload. Returns undefined where another is under way. */
  begin(maker: Identity, terms: string): Promise<UploadRecord | undefined>;
  /** The next part of a file. Returns false where the upload does not receive any more, or the part is there already. */
  addPart(upload: string, part: Pick<UploadPartRecord, 'file' | 'index' | 'bytes'>): Promise<boolean>;
  /** Ends the receiving of parts. Returns undefined where it was over already. */
  endReceiving(upload: string, files: readonly UploadFile[]): Promise<UploadRecord | undefined>;
  /** The bytes of a file, part by part. */
  partsOf(upload: string, file: string): AsyncIterable<Uint8Array>;
  /** Says that its check goes on. */
  touch(upload: string, progress?: UploadRecord['progress']): Promise<void>;
  /**
   * Ends one step of an upload, where it is in the state before it; gives the turn back, and deletes the parts that nobody
   * reads any more. Returns false where it was in another state.
   */
  settle(upload: string, from: UploadState, outcome: UploadOutcome): Promise<boolean>;
  /** Decides an upload that waits. Returns false where it does not wait any more. */
  decide(upload: string, decision: UploadDecision): Promise<boolean>;
  /**
   * Settles uploads that were cut off, and those that waited too long. Deletes the parts that are not read any more.
   */
  sweep(): Promise<void>;
  find(upload: string): Promise<UploadRecord | null>;
  inState(state: UploadState): Promise<UploadRecord[]>;
  /** The newest first. */
  newest(after: StartPlace | null, limit: number): Promise<UploadRecord[]>;
}

/** The states in which the parts of an upload are still read. */
const keepsParts: readonly UploadState[] = ['RECEIVING', 'CHECKING', 'WAITING', 'APPROVED'];

/** The states in which an upload has the turn. */
const hasTurn: readonly UploadState[] = ['RECEIVING', 'CHECKING'];

const slotId = 'slot';

export const uploadStore = (records: UploadRecords): UploadStore => new StoredUploads(records);

/**
 * The turn is a document of its own that names an upload, and not a lease of a process (`shared/mongo/lease.ts`): the parts of
 * one upload may reach several replicas.
 */
class StoredUploads implements UploadStore {
  constructor(private readonly records: UploadRecords) {}

  async begin({ subject, issuer }: Identity, terms: string): Promise<UploadRecord | undefined> {
    const { uploads, uploadSlots } = this.records;
    await this.#freeStaleTurn();
    const now = new Date();
    const _id = randomUUID();
    // The record first: a turn that names no upload would be taken from it at once.
    const made = await uploads.create({
      _id,
      state: 'RECEIVING',
      maker: subject,
      makerIssuer: issuer,
      startedAt: now,
      touchedAt: now,
      terms,
      files: [],
    });
    const taken = await insertUnlessTaken(uploadSlots, [{ _id: slotId, upload: _id }]);
    if (taken.size === 0) return made.toObject<UploadRecord>();
    await uploads.deleteOne({ _id });
    return undefined;
  }

  async addPart(
    upload: string,
    { file, index, bytes }: Pick<UploadPartRecord, 'file' | 'index' | 'bytes'>,
  ): Promise<boolean> {
    const { uploads, uploadParts } = this.records;
    const seen = { $set: { touchedAt: new Date() } };
    const receiving = await uploads.updateOne({ _id: upload, state: 'RECEIVING' }, seen);
    if (receiving.matchedCount === 0) return false;
    const part = { _id: partId(upload, file, index), upload, file, index, bytes };
    return (await insertUnlessTaken(uploadParts, [part])).size === 0;
  }

  async endReceiving(upload: string, files: readonly UploadFile[]): Promise<UploadRecord | undefined> {
    const received = await this.records.uploads
      .findOneAndUpdate(
        { _id: upload, state: 'RECEIVING' },
        { $set: { state: 'CHECKING', files, touchedAt: new Date() } },
        { returnDocument: 'after' },
      )
      .lean<UploadRecord | null>();
    return received ?? undefined;
  }

  async *partsOf(upload: string, file: string): AsyncIterable<Uint8Array> {
    for (let index = 0; ; index++) {
      const part = await this.records.uploadParts
        .findById(partId(upload, file, index))
        .lean<ReadPart | null>();
      if (!part) return;
      yield part.bytes instanceof Uint8Array ? part.bytes : part.bytes.buffer;
    }
  }

  async touch(upload: string, progress?: UploadRecord['progress']): Promise<void> {
    const seen = { touchedAt: new Date(), ...(progress ? { progress } : {}) };
    await this.records.uploads.updateOne({ _id: upload, state: { $in: hasTurn } }, { $set: seen });
  }

  async settle(upload: string, from: UploadState, outcome: UploadOutcome): Promise<boolean> {
    const settled = await this.records.uploads.updateOne(
      { _id: upload, state: from },
      // An upload that was cut off keeps its last progress.
      {
        $set: {
          ...outcome,
          ...(outcome.state === 'CUT_OFF' ? {} : { progress: null }),
          touchedAt: new Date(),
        },
      },
    );
    if (settled.matchedCount === 0) return false;
    await this.#release(upload, outcome.state);
    return true;
  }

  async decide(upload: string, decision: UploadDecision): Promise<boolean> {
    const state = decision.approved ? 'APPROVED' : 'REJECTED';
    const waiting = { _id: upload, state: 'WAITING', touchedAt: { $gt: waitedSince() } } as const;
    const decided = await this.records.uploads.updateOne(waiting, {
      $set: { state, decision, touchedAt: new Date() },
    });
    if (decided.matchedCount === 0) return false;
    await this.#release(upload, state);
    return true;
  }

  async sweep(): Promise<void> {
    const { uploads, uploadParts } = this.records;
    await this.#freeStaleTurn();
    const expired = { state: 'WAITING', touchedAt: { $lte: waitedSince() } } as const;
    for (const { _id } of await uploads.find(expired, { _id: 1 }).lean<Pick<UploadRecord, '_id'>[]>())
      await this.settle(_id, 'WAITING', { state: 'EXPIRED' });
    // Also parts that came while their upload ended.
    for (let upload = await this.#withPartsAfter(''); upload; upload = await this.#withPartsAfter(upload)) {
      const found = await uploads.findById(upload).lean<UploadRecord | null>();
      if (!found || !keepsParts.includes(found.state)) await uploadParts.deleteMany({ upload });
    }
  }

  /** Returns the next upload, by id, of which there are parts. */
  async #withPartsAfter(upload: string): Promise<string | undefined> {
    const next = await this.records.uploadParts
      .findOne({ upload: { $gt: upload } }, { upload: 1 })
      .sort({ upload: 1 })
      .lean<Pick<UploadPartRecord, 'upload'> | null>();
    return next?.upload;
  }

  async find(upload: string): Promise<UploadRecord | null> {
    const found = await this.records.uploads.findById(upload).lean<UploadRecord | null>();
    return found && seenAs(found);
  }

  async inState(state: UploadState): Promise<UploadRecord[]> {
    const found = await this.records.uploads.find({ state }).sort({ startedAt: 1 }).lean<UploadRecord[]>();
    return found.filter((upload) => seenAs(upload).state === state);
  }

  async newest(after: StartPlace | null, limit: number): Promise<UploadRecord[]> {
    const before = after && {
      startedAt: { $lte: after.startedAt },
      $or: [{ startedAt: { $lt: after.startedAt } }, { _id: { $lt: after.id } }],
    };
    const found = await this.records.uploads
      .find(before ?? {})
      .sort({ startedAt: -1, _id: -1 })
      .limit(limit)
      .lean<UploadRecord[]>();
    return found.map(seenAs);
  }

  /** Deletes the parts that nobody reads any more, and gives the turn back. */
  async #release(upload: string, state: UploadState): Promise<void> {
    const { uploadParts, uploadSlots } = this.records;
    if (!keepsParts.includes(state)) await uploadParts.deleteMany({ upload });
    if (!hasTurn.includes(state)) await uploadSlots.deleteOne({ _id: slotId, upload });
  }

  async #freeStaleTurn(): Promise<void> {
    const { uploads, uploadSlots } = this.records;
    const slot = await uploadSlots.findById(slotId).lean<{ readonly upload: string } | null>();
    if (!slot) return;
    const held = await uploads.findById(slot.upload).lean<UploadRecord | null>();
    if (!held || !hasTurn.includes(held.state)) {
      await uploadSlots.deleteOne({ _id: slotId, upload: slot.upload });
      return;
    }
    if (isSilent(held)) await this.settle(held._id, held.state, { state: 'CUT_OFF' });
  }
}

/** The driver gives bytes back in a wrapper of its own. */
interface ReadPart {
  readonly bytes: Uint8Array | { readonly buffer: Uint8Array };
}

const partId = (upload: string, file: string, index: number) =>
  `${upload} ${file} ${String(index).padStart(6, '0')}`;

const isSilent = ({ touchedAt }: UploadRecord) => Date.now() - touchedAt.getTime() > silenceMs;

const waitedSince = () => new Date(Date.now() - waitingMs);

/** An upload that nothing was heard of is cut off, and one that waited too long has expired, also before they are swept. */
function seenAs(upload: UploadRecord): UploadRecord {
  if (hasTurn.includes(upload.state) && isSilent(upload)) return { ...upload, state: 'CUT_OFF' };
  if (upload.state === 'WAITING' && upload.touchedAt <= waitedSince()) return { ...upload, state: 'EXPIRED' };
  return upload;
}
