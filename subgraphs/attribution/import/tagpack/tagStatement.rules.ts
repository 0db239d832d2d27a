import { createHash } from 'node:crypto';
import { matchKey, type WalletFacts } from '../../../../shared/caip/wallet';
import type { AttributionRecord } from '../../attribution/attribution.record';
import { confidenceLevels } from '../../attribution/confidence';
import { instantOf, type Tag } from './tagForm.rules';

/** An actor that a tag names: of GraphSense's actors, unless it says of whose, as Cordon's own export does. */
export const actorOfTag = (named: string): string =>
  /^[a-z0-9-]+:\S+$/.test(named) ? named : `graphsense:${named.replace(/\s+/g, '_')}`;

const digest = (...parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);

/**
 * Returns the statement of a tag. Its id is made of all that the tag has, and not of its file. So the same
 * tag, in another file or exported and imported again, is the same statement. It is known since the day of
 * its `lastmod`. Where the pack names no day, or a future one, it is known since its import.
 */
export function tagStatement(tag: Tag, wallet: WalletFacts, at: TaggedAt): AttributionRecord {
  const { title, creator, label, source, lastmod } = tag;
  const actorId = tag.actor === null ? null : actorOfTag(tag.actor);
  // Ids of one pack begin alike, so that they lie side by side in the store.
  const pack = digest(title, creator).slice(0, 6);
  const identity = [
    ...[title, creator, wallet.id, actorId, label, source, lastmod, tag.confidence],
    ...[tag.currency, tag.network ?? tag.currency],
    ...[tag.abuse, tag.context, tag.tagType, String(tag.clusterDefiner), tag.concepts.join(' ')],
  ];
  const modified = lastmod === null ? null : instantOf(lastmod);
  return {
    _id: `tag:${pack}:${digest(...identity)}`,
    walletId: wallet.id,
    matchKey: matchKey(wallet),
    actorId,
    label,
    ...present({ concepts: tag.concepts, abuse: tag.abuse, context: tag.context }),
    stance: 'ASSERTS',
    confidenceId: tag.confidence,
    confidence: confidenceLevels[tag.confidence],
    method: `a tag of the TagPack ${JSON.stringify(title)}`,
    knownSince: modified && modified < at.now ? modified : at.now,
    recordedAt: at.now,
    illustrative: false,
    source: {
      id: `tagpack:${digest(title, creator, source, lastmod)}`,
      title,
      publisher: creator,
      publishedOn: modified?.toISOString().slice(0, 10) ?? null,
      url: source,
    },
    origin: `tagpack:${creator}/${title}`,
    tag: {
      uri: at.uri,
      currency: tag.currency,
      written: tag.address,
      ...present({
        network: tag.network,
        lastmod,
        clusterDefiner: tag.clusterDefiner,
        tagType: tag.tagType,
        isPublic: tag.isPublic,
        description: tag.description,
        isUnrated: tag.isUnrated ? true : null,
      }),
    },
  };
}

/** Returns the facts that are present: absent ones take no room in the store. */
function present<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<Facts>;
}

/** The file that says it, and when it was read. */
export interface TaggedAt {
  readonly uri: string;
  readonly now: Date;
}
