import { minifyJson } from '../../../../shared/json/jsonText';
import { type ConfidenceId, confidenceLevels } from '../../attribution/confidence';

/** A tag with what its pack's header says of all tags, read and checked. Absent is null. */
export interface Tag {
  readonly title: string;
  readonly creator: string;
  readonly label: string;
  /** The place where the creator found it, as written: mostly a URL. */
  readonly source: string;
  readonly currency: string;
  readonly network: string | null;
  readonly address: string;
  readonly actor: string | null;
  readonly confidence: ConfidenceId;
  /** True where the tag names no confidence. */
  readonly isUnrated: boolean;
  readonly concepts: readonly string[];
  readonly abuse: string | null;
  readonly context: string | null;
  /** As written, such as `2021-11-12`. */
  readonly lastmod: string | null;
  readonly clusterDefiner: boolean | null;
  readonly tagType: string | null;
  /** Of the pack. */
  readonly isPublic: boolean | null;
  readonly description: string | null;
}

type Values = Readonly<Record<string, unknown>>;

/** The header of a pack: its creator, and the fields for all its tags. */
export interface PackHeader {
  readonly title: string;
  readonly creator: string;
  /** Omitted where the pack does not say. */
  readonly isPublic?: boolean;
  readonly description?: string;
  readonly inherited: Values;
}

/** The maximum length of a field, in characters; a longer text is not that field. */
const maxLengths = { address: 400, short: 500, text: 4_000, context: 64_000 } as const;

/** The fields of a tag by GraphSense's schema (tagpack_schema.yaml). */
const tagFields: ReadonlySet<string> = new Set([
  'label',
  'source',
  'currency',
  'network',
  'context',
  'confidence',
  'is_cluster_definer',
  'lastmod',
  'category',
  'abuse',
  'address',
  'tx_hash',
  'actor',
  'concepts',
  'tag_type',
]);

/** A problem of a tag or a header, in words. Thrown and caught only within this file. */
class Problem extends Error {}

/** Reads what a pack says of itself; fields of tags in it are inherited by all. `header` may hold the same (an include). */
export function readHeader(values: Values): PackHeader | { readonly problem: string } {
  const { header, ...rest } = values;
  const all: Values = isMapping(header) ? { ...header, ...rest } : rest;
  return orProblem(() => {
    const inherited = Object.fromEntries(Object.entries(all).filter(([name]) => tagFields.has(name)));
    return {
      title: needed(all, 'title'),
      creator: needed(all, 'creator'),
      ...given('isPublic', flag(all, 'is_public')),
      ...given('description', text(all, 'description', maxLengths.text)),
      inherited,
    };
  });
}

/** Reads one tag of a pack: its own fields win over those that it inherits. Every value is text, as it was written. */
export function readTag(item: unknown, header: PackHeader): Tag | { readonly problem: string } {
  if (!isMapping(item)) return { problem: 'it is not a tag: a tag has fields' };
  const strange = Object.keys(item).filter((name) => !tagFields.has(name));
  if (strange.length > 0) return { problem: `${strange.join(', ').slice(0, 200)}: not a field of a tag` };
  const values = { ...header.inherited, ...item };
  return orProblem(() => {
    if (!text(values, 'address') && text(values, 'tx_hash'))
      throw new Problem('it tags a transaction: only statements about wallets are kept here');
    const currency = text(values, 'currency') ?? needed(values, 'network');
    return {
      title: header.title,
      creator: header.creator,
      label: needed(values, 'label'),
      source: needed(values, 'source', maxLengths.text),
      currency,
      network: text(values, 'network'),
      address: needed(values, 'address', maxLengths.address),
      actor: text(values, 'actor'),
      confidence: confidenceOf(values),
      isUnrated: text(values, 'confidence') === null,
      concepts: conceptsOf(values),
      abuse: text(values, 'abuse'),
      context: contextOf(values),
      lastmod: lastmodOf(values),
      clusterDefiner: flag(values, 'is_cluster_definer'),
      tagType: text(values, 'tag_type'),
      isPublic: header.isPublic ?? null,
      description: header.description ?? null,
    };
  });
}

function orProblem<Read>(read: () => Read): Read | { readonly problem: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message };
    throw error;
  }
}

const given = <Name extends string, Value>(name: Name, value: Value | null) =>
  (value === null ? {} : { [name]: value }) as { [_ in Name]?: Value };

const isMapping = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || value === '~' || value === 'null';

function text(values: Values, name: string, maxLength: number = maxLengths.short): string | null {
  const value = values[name];
  if (isEmpty(value)) return null;
  if (typeof value !== 'string') throw new Problem(`${name}: it is text`);
  const trimmed = value.trim();
  if (trimmed.includes('\0')) throw new Problem(`${name}: it has a NUL character`);
  if (trimmed.length > maxLength) throw new Problem(`${name}: it is longer than ${maxLength} characters`);
  return trimmed === '' ? null : trimmed;
}

function needed(values: Values, name: string, maxLength: number = maxLengths.short): string {
  const value = text(values, name, maxLength);
  if (value === null) throw new Problem(`${name}: it is missing`);
  return value;
}

/** A tag that does not say how sure it is counts as `unknown`, the least. */
function confidenceOf(values: Values): ConfidenceId {
  const id = text(values, 'confidence') ?? 'unknown';
  if (Object.hasOwn(confidenceLevels, id)) return id as ConfidenceId;
  throw new Problem(
    `confidence: ${JSON.stringify(id)} is not one of ${Object.keys(confidenceLevels).join(', ')}`,
  );
}

/** The category first, then the other concepts, each once. */
function conceptsOf(values: Values): string[] {
  const { concepts } = values;
  const listed = isEmpty(concepts) ? [] : Array.isArray(concepts) ? (concepts as unknown[]) : [concepts];
  const named = listed.map((concept) => needed({ concepts: concept }, 'concepts'));
  const category = text(values, 'category');
  return [...new Set([...(category ? [category] : []), ...named])];
}

function contextOf(values: Values): string | null {
  const given = values['context'];
  if (isEmpty(given)) return null;
  const written = typeof given === 'string' ? given.trim() : JSON.stringify(given);
  if (written.length > maxLengths.context)
    throw new Problem(`context: it is longer than ${maxLengths.context} characters`);
  return minifyJson(written);
}

const moment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function lastmodOf(values: Values): string | null {
  const written = text(values, 'lastmod');
  if (written === null || instantOf(written)) return written;
  throw new Problem(`lastmod: ${JSON.stringify(written)} is not a day or a time`);
}

/** A day or time as packs write it, `2021-11-12` or `2023-08-16 12:18:52.619`; UTC where no offset is given. */
export function instantOf(written: string): Date | null {
  const [, day, time = '00:00', fraction = '', offset = 'Z'] = moment.exec(written) ?? [];
  const found = new Date(`${day ?? ''}T${time}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(found.getTime()) || !found.toJSON() ? null : found;
}

function flag(values: Values, name: string): boolean | null {
  const value = text(values, name)?.toLowerCase();
  if (value === undefined) return null;
  if (['true', 'yes', 'on'].includes(value)) return true;
  if (['false', 'no', 'off'].includes(value)) return false;
  throw new Problem(`${name}: it is true or false`);
}
