import { chainById, chains, isEvm } from '../../../shared/caip/chains';
import { walletOfId } from '../../../shared/caip/wallet';
import type { AttributionRecord } from '../attribution/attribution.record';
import { instantOf } from '../import/tagpack/tagForm.rules';
import { contextWithProvenance } from '../import/tagpack/provenance.rules';
import { graphsenseConcepts, graphsenseTagTypes } from '../vocabulary/graphsenseTaxonomy';

/** A tag by GraphSense's schema (tagpack_schema.yaml); an empty field is omitted. */
export interface ExportedTag {
  readonly address: string;
  readonly currency: string;
  readonly network: string;
  readonly label: string;
  readonly source: string;
  /** Omitted where the pack named none. */
  readonly confidence?: string;
  readonly actor?: string;
  readonly category?: string;
  readonly concepts?: readonly string[];
  readonly abuse?: string;
  /** A date, as GraphSense's schema asks for, and no text. */
  readonly lastmod?: Date;
  readonly is_cluster_definer?: boolean;
  readonly tag_type?: string;
  readonly context: string;
}

/** The chain as a pack names it: by its symbol, and where only an id tells it from others by that. */
function networkOf(chainId: string): { readonly currency: string; readonly network: string } {
  const symbol = chainById(chainId)?.native?.symbol ?? chainId;
  const own = chains.some(({ id }) => id === chainId) || !isEvm(chainId);
  return { currency: symbol, network: own ? symbol : chainId };
}

/** An actor as a tag names it: GraphSense's without the name of the collection, others whole. */
const namedActor = (actorId: string) =>
  actorId.startsWith('graphsense:') ? actorId.slice('graphsense:'.length) : actorId;

const orNothing = <Name extends string, Value>(name: Name, value: Value | null | undefined) =>
  (value === null || value === undefined ? {} : { [name]: value }) as { [_ in Name]?: Value };

const dayOf = (time: Date) => new Date(`${time.toISOString().slice(0, 10)}T00:00:00Z`);

/** A time as YAML writes it: a day where it is midnight. */
const written = (time: Date | null) => time?.toISOString().replace(/(?:T00:00:00)?\.000Z$/, '');

/** A word of a pack: an id of GraphSense's taxonomy, which its validator asks for, or another. */
function known(word: string | null | undefined, taxonomy: ReadonlySet<string>) {
  if (!word) return { id: null, other: null };
  return taxonomy.has(word) ? { id: word, other: null } : { id: null, other: word };
}

/**
 * Returns a statement as a tag; null where no tag can hold it: its wallet is a literal that no pack wrote.
 * The context takes its pack's title and creator, and concepts outside GraphSense's taxonomy. So a new import
 * of the tag finds the same statement.
 */
export function exportedTag(statement: AttributionRecord): ExportedTag | null {
  const { _id, tag, source, actorId, concepts = [], context } = statement;
  const { address, chain, problem } = walletOfId(statement.walletId);
  if (!tag && problem !== null) return null;
  const { title } = source;
  const creator = source.publisher ?? title;
  const [category, ...others] = concepts.filter((concept) => graphsenseConcepts.has(concept));
  const abuse = known(statement.abuse, graphsenseConcepts);
  const tagType = known(tag?.tagType, graphsenseTagTypes);
  const lastmod = tag ? instantOf(tag.lastmod ?? '') : dayOf(statement.knownSince);
  const place = tag ? { currency: tag.currency, network: tag.network ?? tag.currency } : networkOf(chain);
  return {
    address: tag?.written ?? address,
    ...place,
    label: statement.label ?? actorId ?? source.title,
    source: source.url ?? source.title,
    ...orNothing('confidence', tag?.isUnrated ? null : statement.confidenceId),
    ...orNothing('actor', actorId ? namedActor(actorId) : null),
    ...orNothing('category', category),
    ...orNothing('concepts', others.length > 0 ? others : null),
    ...orNothing('abuse', abuse.id),
    ...orNothing('lastmod', lastmod),
    ...orNothing('is_cluster_definer', tag?.clusterDefiner),
    ...orNothing('tag_type', tagType.id),
    context: contextWithProvenance({
      title,
      creator,
      statement: tag ? null : _id,
      ...orNothing('isPublic', tag?.isPublic),
      ...orNothing('description', tag?.description),
      ...orNothing('lastmod', tag?.lastmod === written(lastmod) ? null : tag?.lastmod),
      ...orNothing('concepts', concepts.every((one) => graphsenseConcepts.has(one)) ? null : concepts),
      ...orNothing('abuse', abuse.other),
      ...orNothing('tagType', tagType.other),
      context: context ?? null,
    }),
  };
}
