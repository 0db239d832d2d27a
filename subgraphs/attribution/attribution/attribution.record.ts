import { type Connection, type InferRawDocType, type Model, Schema, type SchemaDefinition } from 'mongoose';
import { sourceSchema } from '../../../shared/mongo/sourceSchema';

export const stances = ['ASSERTS', 'DISPUTES', 'RETRACTS'] as const;

/**
 * `SHARED`: from a source that anybody may see. `HOUSE`: from our own analysts, and for the operator only.
 */
export const audiences = ['SHARED', 'HOUSE'] as const;

/** The fields of a GraphSense TagPack's tag beside those of a statement, as published in its pack. */
const tagSchema = new Schema(
  {
    /** The file of the pack, as it was imported. Its title and creator are the source's title and publisher. */
    uri: { type: String, required: true },
    /** Ticker or network, as written: `BTC`. It names a chain only where Cordon knows it as one. */
    currency: { type: String, required: true },
    network: { type: String, default: null },
    /** The address as the pack spells it. */
    written: { type: String, required: true },
    /** As written; null where the pack does not say. */
    lastmod: { type: String, default: null },
    clusterDefiner: { type: Boolean, default: null },
    tagType: { type: String, default: null },
    /** From its pack: whether its creator lets it be published, and its description. */
    isPublic: { type: Boolean, default: null },
    description: { type: String, default: null },
    /** True where the tag names no confidence: `unknown` is then ours, and not the pack's. */
    isUnrated: { type: Boolean, default: null },
  },
  { _id: false },
);

const attributionDefinition = {
  _id: { type: String, required: true },
  /** CAIP-10, as the statement names the wallet. */
  walletId: { type: String, required: true },
  /** The key by which it is found: an EVM address counts on every EVM chain. */
  matchKey: { type: String, required: true },
  /** The owner that it names; null where it has only a label. */
  actorId: { type: String, default: null },
  /** The source's name for the wallet or its owner; null where it names only the actor. */
  label: { type: String, default: null },
  /**
   * The owner's activities, by GraphSense's concepts: the tag's `category` first, then its other `concepts`.
   */
  concepts: { type: [String], default: [] },
  /** The use of the wallet against others, such as `ransomware`; a concept too. */
  abuse: { type: String, default: null },
  /** The rest of the source's facts: JSON where the source gave JSON, else its text. */
  context: { type: String, default: null },
  stance: { type: String, enum: stances, required: true },
  /** GraphSense's id (confidence.ts), and its level, 0 to 100. */
  confidenceId: { type: String, required: true },
  confidence: { type: Number, required: true },
  /** The source's method, in its words. */
  method: { type: String, required: true },
  /** First and last day that the wallet was the actor's, YYYY-MM-DD. Null: nobody says. */
  heldFrom: { type: String, default: null },
  heldTo: { type: String, default: null },
  /**
   * The time since which this statement could be known: it was public, or recorded here. `knownAt` compares
   * with it.
   */
  knownSince: { type: Date, required: true },
  /** The time at which this deployment stored it; null for a case's facts. */
  recordedAt: { type: Date, default: null },
  illustrative: { type: Boolean, required: true },
  source: { type: sourceSchema, required: true },
  /**
   * The source across its editions, such as `list:ofac-sdn`: only it may retract the statement. Null: by the
   * source's id.
   */
  origin: { type: String, default: null },
  /** The one statement that this one takes back; null: all of the same wallet, owner and origin before it. */
  retracts: { type: String, default: null },
  audience: { type: String, enum: audiences, default: 'SHARED' },
  /** The tag of a TagPack, where it is one. */
  tag: { type: tagSchema, default: null },
} as const satisfies SchemaDefinition;

type Stored = InferRawDocType<typeof attributionDefinition>;

/** Fields with a default may be omitted when a statement is made, and are present or null when it is read. */
export type AttributionRecord = Omit<Stored, 'concepts' | 'audience' | 'tag'> & {
  readonly concepts?: readonly string[];
  readonly audience?: (typeof audiences)[number];
  readonly tag?: TagFacts | null;
};

/** The facts of a tag, as `tag` holds them. */
export interface TagFacts {
  readonly uri: string;
  readonly currency: string;
  readonly network?: string | null;
  readonly written: string;
  readonly lastmod?: string | null;
  readonly clusterDefiner?: boolean | null;
  readonly tagType?: string | null;
  readonly isPublic?: boolean | null;
  readonly description?: string | null;
  readonly isUnrated?: boolean | null;
}

/** A statement that names an actor. */
export type ActorStatement = AttributionRecord & { readonly actorId: string };

/** Shard key, where one machine is not enough: `matchKey`. */
const attributionSchema = new Schema<AttributionRecord>(attributionDefinition, {
  collection: 'attributions',
  versionKey: false,
});
attributionSchema.index({ matchKey: 1 });
attributionSchema.index({ actorId: 1 });

export function attributionModel(connection: Connection): Model<AttributionRecord> {
  return connection.model<AttributionRecord>('Attribution', attributionSchema);
}
