import { createHash } from 'node:crypto';
import type { Model } from 'mongoose';
import { insertNew } from '../../../../shared/mongo/insertRows';
import type { AttributionRecord } from '../../attribution/attribution.record';
import { assertionsInForce } from '../../attribution/attribution.rules';
import type { TaggedStatement } from './readTagpack';

/** One version of a pack as it was read in an import. */
interface PackVersion {
  /** `tag:<pack>:`, which the ids of all its statements begin with. */
  readonly prefix: string;
  readonly files: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** One version of a pack, all of whose files could be read, and the files of the import that could not. */
interface WholeVersion extends PackVersion {
  readonly damaged: ReadonlySet<string>;
}

/** Collects what the packs of an import say. */
export class PackVersions {
  private readonly packs = new Map<string, { prefix: string; files: Set<string>; ids: Set<string> }>();
  /** Files of which not all could be read: what is missing there may be what could not be read. */
  private readonly damaged = new Set<string>();

  note({ statement, exportedFrom }: TaggedStatement): void {
    const { origin, tag, _id } = statement;
    if (!origin || !tag) return;
    // An export of Cordon's holds what was asked for, and is no version of a pack.
    if (exportedFrom !== null) this.damaged.add(tag.uri);
    const prefix = `${_id.split(':').slice(0, 2).join(':')}:`;
    const pack = this.packs.get(origin) ?? { prefix, files: new Set(), ids: new Set() };
    pack.files.add(tag.uri);
    pack.ids.add(_id);
    this.packs.set(origin, pack);
  }

  noteDamaged(file: string): void {
    this.damaged.add(file);
  }

  /** Returns the packs that were read whole, by their origin. */
  whole(): readonly (readonly [string, WholeVersion])[] {
    const { damaged } = this;
    return [...this.packs]
      .filter(([, { files }]) => [...files].every((file) => !damaged.has(file)))
      .map(([origin, version]) => [origin, { ...version, damaged }] as const);
  }
}

/**
 * Retracts the statements of earlier versions of packs that these lack, and asserts again retracted ones that
 * returned. A version supersedes the files of the same names. A version in one file also supersedes one file
 * of another name, where it repeats some of that file's tags: the file was renamed. Else it may be another
 * part of the pack. Returns the number of retracted statements.
 */
export async function retractDropped(
  attributions: Model<AttributionRecord>,
  versions: PackVersions,
  now: Date,
): Promise<number> {
  let retracted = 0;
  for (const [origin, version] of versions.whole()) {
    const { prefix } = version;
    const range = { _id: { $gte: prefix, $lt: `${prefix.slice(0, -1)};` } };
    // All of the version is stored by now: where there are no more, none was dropped or retracted.
    if ((await attributions.countDocuments(range)) === version.ids.size) continue;
    const own = { ...range, origin };
    const statements = await attributions.find(own).lean<AttributionRecord[]>();
    const inForce = assertionsInForce(statements, { minConfidence: 0, knownAt: now });
    const dropped = droppedBy(version, inForce);
    const rows = dropped.map((statement) => retraction(statement, now));
    await insertNew(attributions, rows);
    await insertNew(attributions, restatements(version, statements, { inForce, now }));
    retracted += rows.length;
  }
  return retracted;
}

/** The tag that a statement repeats: its own id, or that of the first one. */
const firstId = (id: string) => id.split('#')[0] ?? id;

function droppedBy(
  { ids, files, damaged }: WholeVersion,
  inForce: readonly AttributionRecord[],
): readonly AttributionRecord[] {
  const isRepeated = ({ _id }: AttributionRecord) => ids.has(firstId(_id));
  const missing = inForce.filter((statement) => !isRepeated(statement));
  const [before, ...others] = new Set(missing.map(fileOf));
  const isRenamed =
    before !== undefined &&
    others.length === 0 &&
    files.size === 1 &&
    !damaged.has(before) &&
    inForce.some((statement) => fileOf(statement) === before && isRepeated(statement));
  return missing.filter((statement) => isRenamed || files.has(fileOf(statement)));
}

const fileOf = ({ tag }: AttributionRecord) => tag?.uri ?? '';

function restatements(
  { ids }: PackVersion,
  statements: readonly AttributionRecord[],
  { inForce, now }: { readonly inForce: readonly AttributionRecord[]; readonly now: Date },
): AttributionRecord[] {
  const stands = new Set(inForce.map(({ _id }) => firstId(_id)));
  return statements
    .filter(({ _id, stance }) => stance === 'ASSERTS' && ids.has(_id) && !stands.has(_id))
    .map((statement) => ({
      ...statement,
      _id: `${statement._id}#${now.getTime()}`,
      knownSince: now,
      recordedAt: now,
    }));
}

function retraction(statement: AttributionRecord, now: Date): AttributionRecord {
  const [, pack = ''] = statement._id.split(':');
  const digest = createHash('sha256').update(`${statement._id} ${now.toISOString()}`).digest('base64url');
  const { context: _context, abuse: _abuse, concepts: _concepts, ...facts } = statement;
  return {
    ...facts,
    _id: `tag:${pack}:retracts ${digest.slice(0, 27)}`,
    stance: 'RETRACTS',
    method: `a later version of the TagPack ${JSON.stringify(statement.source.title)} has no such tag`,
    knownSince: now,
    recordedAt: now,
    retracts: statement._id,
  };
}
