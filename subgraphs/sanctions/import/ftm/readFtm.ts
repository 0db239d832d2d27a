import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { countList } from '../../list/countList';
import type { ListReading } from '../../list/listReading';
import { ImportError } from '../importError';
import { unchanged } from '../readText';
import { startTally, type Tally } from '../tally';
import { entriesOf, isKnownSchema } from './ftmEntries.rules';
import type { FtmEntity } from './ftmEntity';

const entityForm = z.looseObject({
  id: z.string().min(1),
  schema: z.string().min(1),
  caption: z.string().optional(),
  properties: z.record(z.string(), z.array(z.unknown())).default({}),
});

/** Reads entities of OpenSanctions, one JSON object a line (FollowTheMoney). Throws ImportError. */
export async function readFtm(files: readonly string[]): Promise<ListReading[]> {
  const [file, more] = files;
  if (file === undefined || more !== undefined)
    throw new ImportError('an OpenSanctions data set is one file: give the path of entities.ftm.json');
  const tally = startTally();
  const entities = await readEntities(file, tally);
  const entries = entriesOf(entities);
  for (const entry of entries) {
    tally.fact('ENTRY');
    entry.aliases.forEach(() => tally.fact('ALIAS'));
    entry.links.forEach(() => tally.fact('RELATIONSHIP'));
  }
  // The others say something of the entries, or are there for their relations: they designate nobody.
  for (let rest = entities.length - entries.length; rest > 0; rest--) tally.empty('ENTRY');
  if (entries.length === 0)
    throw new ImportError(`${basename(file)} holds no entity that is designated: ${unchanged}`);
  const total = (count: (entry: (typeof entries)[number]) => number) =>
    entries.reduce((sum, entry) => sum + count(entry), 0);
  return [
    {
      list: 'opensanctions',
      file: basename(file),
      publishedOn: null,
      entries,
      counts: countList(entries, {
        aliases: total(({ aliases }) => aliases.length),
        addresses: total(({ addresses }) => addresses.length),
      }),
      rows: tally.counts(),
      quarantined: tally.quarantined,
      absent: [],
    },
  ];
}

async function readEntities(file: string, tally: Tally): Promise<FtmEntity[]> {
  if (!existsSync(file)) throw new ImportError(`${file} is not there`);
  const name = basename(file);
  const entities = new Map<string, FtmEntity>();
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    line++;
    if (text.trim() === '') continue;
    const read = readEntity(text);
    const place = { file: name, line, text };
    if (typeof read === 'string') tally.quarantine('ENTRY', place, read);
    else if (entities.has(read.id)) tally.quarantine('ENTRY', place, `${read.id} is there already`);
    else if (!isKnownSchema(read.schema))
      tally.quarantine('ENTRY', place, `${read.schema} is not a kind of entity that is read`);
    else entities.set(read.id, read);
  }
  if (line === 0) throw new ImportError(`${name} is empty: ${unchanged}`);
  if (entities.size === 0) throw new ImportError(`${name} holds no entity in JSON, one a line: ${unchanged}`);
  return [...entities.values()];
}

function readEntity(text: string): FtmEntity | string {
  if (text.includes('\uFFFD')) return 'it is not UTF-8';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const parsed = entityForm.safeParse(json);
  if (!parsed.success) return 'it is not an entity: `id`, `schema` and `properties` are needed';
  const { id, schema, caption, properties } = parsed.data;
  const texts = Object.entries(properties).map(([key, values]) => [
    key,
    values.filter((value): value is string => typeof value === 'string' && value !== ''),
  ]);
  return {
    id,
    schema,
    caption: caption ?? id,
    properties: Object.fromEntries(texts) as FtmEntity['properties'],
  };
}
