import { type BsonDocument } from '../bson/value';

/** Changes one path of a document in place. */
export type Change = (document: BsonDocument, path: readonly string[]) => void;
