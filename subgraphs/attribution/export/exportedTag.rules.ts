import { chainById, chains, isEvm } from '../../../shared/caip/chains';
import { walletOfId } from '../../../shared/caip/wallet';
import type { AttributionRecord } from '../attribution/attribution.record';
import { contextWithProvenance } from '../import/tagpack/provenance.rules';

/** A tag by GraphSense's schema (tagpack_schema.yaml); a field that says nothing is left out. */
export interface ExportedTag {
  readonly address: string;
  readonly currency: string;
  readonly network: string;
  readonly label: string;
  readonly source: string;
  readonly confidence: string;
  readonly actor?: string;
  readonly category?: string;
  readonly concepts?: readonly string[];
  readonly abuse?: string;
  readonly lastmod?: string;
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

/**
 * A statement as a tag; null where no tag can say it: its wallet is a literal that no pack wrote. Its pack's title and
 * creator go into the context, so that importing it again finds the statement that it is.
 */
export function exportedTag(statement: AttributionRecord): ExportedTag | null {
  const { _id, tag, source, actorId, concepts = [], context } = statement;
  const { address, chain, problem } = walletOfId(statement.walletId);
  if (!tag && problem !== null) return null;
  const { title } = source;
  const creator = source.publisher ?? title;
  const [category, ...others] = concepts;
  const place = tag ? { currency: tag.currency, network: tag.network ?? tag.currency } : networkOf(chain);
  return {
    address: tag?.written ?? address,
    ...place,
    label: statement.label ?? actorId ?? source.title,
    source: source.url ?? source.title,
    confidence: statement.confidenceId,
    ...orNothing('actor', actorId ? namedActor(actorId) : null),
    ...orNothing('category', category),
    ...orNothing('concepts', others.length > 0 ? others : null),
    ...orNothing('abuse', statement.abuse),
    ...orNothing('lastmod', tag ? tag.lastmod : statement.knownSince.toISOString().slice(0, 10)),
    ...orNothing('is_cluster_definer', tag?.clusterDefiner),
    ...orNothing('tag_type', tag?.tagType),
    context: contextWithProvenance({
      title,
      creator,
      statement: tag ? null : _id,
      context: context ?? null,
    }),
  };
}
