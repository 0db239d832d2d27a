import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { SourceFacts } from '../../../../shared/subgraph/valueTypes';
import { YamlFileError } from '../../../../shared/yaml/yamlFileError';
import type { AttributionRecords } from '../../connectAttribution';
import { readTagpack, type TaggedStatement } from './readTagpack';
import { PackVersions, retractDropped } from './retractDropped.store';
import { storeTags } from './storeTags.store';
import { beginTagpackLog, type RejectedTag, type TagCounts, type TagpackLog } from './tagpackLog.store';

/** An actor that a tag names, as the tag does: its id, the text that named it, and the tag's source. */
export interface NamedActor {
  readonly id: string;
  readonly name: string;
  readonly source: SourceFacts;
}

export interface ImportTagpacksOptions {
  /**
   * Called with actors before any statement that names them is stored. The subgraph that owns actors then has
   * each of them, so that no statement names a missing actor.
   */
  readonly registerActors: (actors: readonly NamedActor[]) => Promise<unknown>;
  readonly now?: () => Date;
  /** Is given every tag that is quarantined, in order. */
  readonly onRejected?: (row: RejectedTag) => Promise<void>;
  /** Called after each file. */
  readonly onFile?: (done: number, all: number, counts: TagCounts) => void;
}

/** The reconciliation: read = stored + duplicates + quarantined. */
export interface TagpackReport extends TagCounts {
  /** The id of the import: its quarantined rows are kept under it. */
  readonly import: string;
  readonly files: number;
  /** Tags that these versions of packs no longer have: they are retracted. */
  readonly retracted: number;
  readonly seconds: number;
  readonly peakMemoryMb: number;
  /** The first of the quarantined rows: 20 at most. */
  readonly problems: readonly RejectedTag[];
}

/** Tags a write, some 700 bytes each. A write touches pages all over the store's file: few large ones touch fewer. */
const batchSize = 5_000;

/**
 * Imports a TagPack, or all TagPacks of a folder and the folders in it. A tag that cannot be read is
 * quarantined with its file and line, and so is a file that is no TagPack; the rest goes on. Throws
 * YamlFileError where the one given file is no TagPack, or the folder has none.
 */
export async function importTagpacks(
  records: AttributionRecords,
  path: string,
  { registerActors, now = () => new Date(), onFile, onRejected }: ImportTagpacksOptions,
): Promise<TagpackReport> {
  const began = performance.now();
  const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const files = folder ? packsIn(path) : [path];
  const within = folder ? path : dirname(path);
  const log = await beginTagpackLog(records, path, { digest: folder ? null : digestOf(path), onRejected });
  const versions = new PackVersions();
  const write = tagWriter(records, log, registerActors);
  for (const [i, file] of files.entries()) {
    try {
      for await (const reading of readTagpack(file, { within, now: now() })) {
        if ('problem' in reading) {
          versions.noteDamaged(relative(within, file));
          await log.reject(rejectedTag(within, file, reading), reading.text);
        } else {
          versions.note(reading);
          await write.take(reading);
        }
      }
    } catch (error) {
      if (!(error instanceof YamlFileError)) throw error;
      versions.noteDamaged(relative(within, file));
      await log.reject(rejectedTag(within, file, { line: lineIn(error, file), problem: error.message }), '');
      if (!folder) {
        await log.end();
        throw error;
      }
    }
    onFile?.(i + 1, files.length, log.counts());
  }
  await write.flush();
  const retracted = await retractDropped(records.attributions, versions, now());
  await log.end();
  return {
    import: log.id,
    ...log.counts(),
    files: files.length,
    retracted,
    seconds: Math.round(performance.now() - began) / 1_000,
    // maxRSS is in kilobytes on every platform (Node's documentation of process.resourceUsage).
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    problems: log.rejected,
  };
}

/** Returns the digest of a file, or null where it is missing or no file: its reader reports that. */
function digestOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
}

const rejectedTag = (
  within: string,
  file: string,
  { line, problem }: { readonly line: number; readonly problem: string },
): RejectedTag => ({ file: relative(within, file), line, problem });

function packsIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (found.length === 0) throw new YamlFileError(`${folder}: there is no YAML file in it`);
  return found;
}

/** The line that an error of a file names; 1 where the file as a whole is meant. */
function lineIn({ message }: YamlFileError, file: string): number {
  const line = message.startsWith(`${file}:`) ? /^\d+/.exec(message.slice(file.length + 1)) : null;
  return line ? Number(line[0]) : 1;
}

/** Collects tags to batches. While one batch is being stored, the next is read. */
function tagWriter(
  records: AttributionRecords,
  log: TagpackLog,
  registerActors: ImportTagpacksOptions['registerActors'],
) {
  const registered = new Set<string>();
  let batch: TaggedStatement[] = [];
  let storing: Promise<void> = Promise.resolve();

  async function store(tags: readonly TaggedStatement[]): Promise<void> {
    const actors = new Map<string, NamedActor>();
    for (const { statement, actor } of tags) {
      if (statement.actorId && actor && !registered.has(statement.actorId))
        actors.set(statement.actorId, { id: statement.actorId, name: actor, source: statement.source });
    }
    if (actors.size > 0) await registerActors([...actors.values()]);
    for (const id of actors.keys()) registered.add(id);
    const stored = await storeTags(records.attributions, tags);
    log.stored(stored);
    log.duplicates(tags.length - stored);
  }
  const send = async () => {
    await storing;
    const tags = batch;
    batch = [];
    storing = store(tags);
    // It is thrown where it is waited for.
    storing.catch(() => undefined);
  };
  return {
    async take(tag: TaggedStatement) {
      if (batch.push(tag) >= batchSize) await send();
    },
    async flush() {
      if (batch.length > 0) await send();
      await storing;
    },
  };
}
