import { z } from 'zod';
import type { ActorProfile, ActorRecord } from '../../actor/actor.record';
import { minifyJson, objectIn } from '../../../../shared/json/jsonText';
import { foldedWords } from '../../vocabulary/foldName';
import { scriptOf } from '../../list/scriptOf';
import { packPrefix } from '../../vocabulary/packPrefix';

/** The maximum length of a field, in characters; a longer text is not that field. */
const maxLengths = { short: 500, context: 64_000 } as const;

const text = z.string().trim().min(1, 'it is missing').max(maxLengths.short);

/** An empty value, a single one, or a list: packs write all three. */
const texts = z
  .union([z.literal('').transform(() => []), text.transform((one) => [one]), z.array(text)])
  .default([]);

/** The form of an actor by GraphSense's schema (actorpack_schema.yaml), every scalar as text. */
const actorForm = z.strictObject({
  id: text.regex(/^\S+$/, 'it has no space'),
  label: text,
  uri: text,
  lastmod: text.nullable().default(null),
  categories: texts,
  jurisdictions: texts,
  aliases: texts,
  context: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .nullable()
    .default(null),
});

const headerForm = z.looseObject({ title: text, creator: text });

const inheritedFields = ['uri', 'lastmod', 'categories', 'jurisdictions', 'context'] as const;

export interface ActorPackHeader {
  readonly title: string;
  readonly creator: string;
  readonly inherited: Readonly<Record<string, unknown>>;
}

type Problem = { readonly problem: string };

const problemOf = (error: z.ZodError): Problem => ({
  problem: error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; '),
});

export function readActorHeader(values: Readonly<Record<string, unknown>>): ActorPackHeader | Problem {
  const parsed = headerForm.safeParse(values);
  if (!parsed.success) return problemOf(parsed.error);
  const { title, creator } = parsed.data;
  const inherited = Object.fromEntries(
    inheritedFields.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  return { title, creator, inherited };
}

/**
 * Concepts of people who are known by their common acts; any other actor of a pack is a service or a company.
 */
const groups: ReadonlySet<string> = new Set(['hacking', 'ransomware', 'phishing', 'social_engineering']);

/** Reads one actor of a pack. */
export function readPackActor(item: unknown, header: ActorPackHeader): ActorRecord | Problem {
  const values = typeof item === 'object' && item !== null ? { ...header.inherited, ...item } : item;
  const parsed = actorForm.safeParse(values);
  if (!parsed.success) return problemOf(parsed.error);
  const { id, label, context, aliases, ...facts } = parsed.data;
  const written = contextText(context);
  if (written !== null && written.length > maxLengths.context)
    return { problem: `context: it is longer than ${maxLengths.context} characters` };
  const { title, creator } = header;
  const names = [...new Set([...aliases, ...aliasesIn(written)])].filter((name) => name !== label);
  return packActor(`${packPrefix}${id}`, label, names, { title, creator, context: written, ...facts });
}

function packActor(id: string, name: string, aliases: readonly string[], profile: ActorProfile): ActorRecord {
  const { title, creator, uri, lastmod, categories } = profile;
  return {
    _id: id,
    kind: categories.some((category) => groups.has(category)) ? 'GROUP' : 'ORGANISATION',
    name,
    aliases: aliases.map((alias) => ({
      name: alias,
      strength: 'STRONG',
      kind: 'AKA',
      script: scriptOf(alias),
    })),
    searchWords: [...new Set([name, ...aliases].flatMap(foldedWords))],
    sources: [
      {
        id: `actorpack:${creator}/${title}#${id}`,
        title: `${title}: ${name}`,
        publisher: creator,
        publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(lastmod ?? '')?.[0] ?? null,
        url: uri,
        quote: null,
      },
    ],
    origin: 'ACTORPACK',
    profile,
  };
}

/** In one spelling, whether the pack writes it as JSON or as YAML. */
function contextText(context: string | Record<string, unknown> | null): string | null {
  if (context === null || context === '') return null;
  return typeof context === 'string' ? minifyJson(context) : JSON.stringify(context);
}

/** Packs give aliases in the context, too. */
function aliasesIn(context: string | null): string[] {
  const { aliases, legal_name: legal } = objectIn(context) ?? {};
  const named = [...(Array.isArray(aliases) ? (aliases as unknown[]) : [aliases]), legal];
  return named.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
}
