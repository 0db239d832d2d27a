import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readLines } from '../../../../shared/yaml/readLines';
import { YamlFileError } from '../../../../shared/yaml/yamlFileError';
import { countList } from '../../list/countList';
import type { ListEntry } from '../../list/listEntry';
import type { ListReading } from '../../list/listReading';
import { ImportError } from '../../importLease/importError';
import { unchanged } from '../readText';
import { startTally, type Tally } from '../tally';
import { ftmListId } from './ftmDataset.rules';
import { entriesOf } from './ftmEntries.rules';
import { type FtmEntity, mergeEntities } from './ftmEntity';
import { flattenEntity } from './ftmFlatten.rules';
import { isKnownSchema } from './ftmSchemata';

export interface ReadFtmOptions {
  /** The name of the data set, such as `us_ofac_sdn`; omitted: that of the entities. */
  readonly dataset?: string;
  /** The day of the import, YYYY-MM-DD; omitted: today. */
  readonly today?: string;
}

/** Reads entities of OpenSanctions, one JSON object a line (FollowTheMoney). Throws ImportError. */
export async function readFtm(
  files: readonly string[],
  { dataset, today = new Date().toISOString().slice(0, 10) }: ReadFtmOptions = {},
): Promise<ListReading[]> {
  const [given, more] = files;
  if (given === undefined || more !== undefined)
    throw new ImportError('an OpenSanctions data set is one file: give the path of entities.ftm.json');
  const isFolder = statSync(given, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(given, 'entities.ftm.json') : given;
  const name = basename(file);
  const tally = startTally();
  const read = await readEntities(file, tally);
  const list = ftmListId(resolve(file), read, dataset);
  const { entries, problems } = entriesOf(read, { list, today });
  if (!entries.some(({ designations }) => designations?.length !== 0))
    throw new ImportError(`${name} holds no entity that is designated: ${unchanged}`);
  tallyEntries(entries, tally);
  const kept = new Set(entries.map(({ entry }) => entry));
  for (const entity of read) {
    // The others say something of the entries: they designate nobody.
    if (kept.has(entity.id)) continue;
    if (isKnownSchema(entity.schema)) tally.empty('ENTRY');
    else
      tally.quarantine(
        'ENTRY',
        placeOf(name, entity),
        `${entity.schema} is not a kind of entity that is read`,
      );
  }
  for (const { entity, reason } of problems) tally.quarantine('REMARK', placeOf(name, entity), reason);
  const total = (count: (entry: ListEntry) => number) =>
    entries.reduce((sum, entry) => sum + count(entry), 0);
  return [
    {
      list,
      file: name,
      publishedOn: null,
      entries,
      counts: countList(entries, {
        aliases: total(({ aliases }) => aliases.length),
        addresses: total(({ addresses }) => addresses.length),
      }),
      rows: tally.counts(),
      quarantined: tally.quarantined,
      absent: [],
      orphans: problems.filter(({ isOrphan }) => isOrphan).length,
    },
  ];
}

function tallyEntries(entries: readonly ListEntry[], tally: Tally): void {
  for (const entry of entries) {
    tally.fact('ENTRY');
    entry.aliases.forEach(() => tally.fact('ALIAS'));
    entry.addresses.forEach(() => tally.fact('ADDRESS'));
    entry.links.forEach(() => tally.fact('RELATIONSHIP'));
  }
}

const placeOf = (file: string, { line, id, schema, properties }: FtmEntity) => ({
  file,
  line,
  text: JSON.stringify({ id, schema, properties }),
});

async function readEntities(file: string, tally: Tally): Promise<FtmEntity[]> {
  if (!existsSync(file)) throw new ImportError(`${file} does not exist`);
  const name = basename(file);
  const entities = new Map<string, FtmEntity>();
  /** Entities seen only inside others: a line of their own has more. */
  const nestedOnly = new Set<string>();
  let [line, unreadLine] = [0, 0];
  for await (const text of linesOf(file)) {
    line++;
    if (text.trim() === '') continue;
    const place = { file: name, line, text };
    const read = readEntity(text, line);
    if (typeof read === 'string') {
      unreadLine = line;
      tally.quarantine('ENTRY', place, read);
      continue;
    }
    const [outer, ...nested] = read;
    const known = nestedOnly.has(outer.id) ? undefined : entities.get(outer.id);
    entities.set(outer.id, known ? mergeEntities(known, outer) : outer);
    if (known) tally.quarantine('ENTRY', place, `${outer.id} is there already${mergedNote(known, outer)}`);
    nestedOnly.delete(outer.id);
    for (const entity of nested) {
      if (entities.has(entity.id)) continue;
      entities.set(entity.id, entity);
      nestedOnly.add(entity.id);
    }
  }
  if (line === 0) throw new ImportError(`${name} is empty: ${unchanged}`);
  if (entities.size === 0) throw new ImportError(`${name} holds no entity in JSON, one a line: ${unchanged}`);
  if (unreadLine === line && !endsWithLineBreak(file))
    throw new ImportError(`${name} is truncated: its last line (${line}) has no end: ${unchanged}`);
  return [...entities.values()];
}

/** An entity with all that is nested in it is one line. */
const maxLineLength = 64 * 1024 * 1024;

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* readLines(file, { maxLineLength });
  } catch (error) {
    if (error instanceof YamlFileError) throw new ImportError(`${error.message}: ${unchanged}`);
    throw error;
  }
}

const mergedNote = (known: FtmEntity, again: FtmEntity): string =>
  isDeepStrictEqual(known.properties, again.properties) ? '' : ' and says something else: both are merged';

function endsWithLineBreak(file: string): boolean {
  const opened = openSync(file, 'r');
  try {
    const last = Buffer.alloc(1);
    readSync(opened, last, 0, 1, fstatSync(opened).size - 1);
    return last.toString('latin1') === '\n';
  } finally {
    closeSync(opened);
  }
}

function readEntity(text: string, line: number): readonly [FtmEntity, ...FtmEntity[]] | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  return flattenEntity(json, line) ?? 'it is not an entity: `id`, `schema` and `properties` are needed';
}
