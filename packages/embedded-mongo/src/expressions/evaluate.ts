import { type BsonDocument, type BsonValue } from '../bson/value';

/** Variables that a command gives in `let`. */
export type Variables = ReadonlyMap<string, BsonValue | undefined>;

/** The input of an expression: a document, and the variables that surround it. */
export interface Scope {
  readonly root: BsonDocument;
  readonly variables: Variables;
}

/** A compiled expression; undefined is a missing value. */
export type Evaluate = (scope: Scope) => BsonValue | undefined;

export type Compile = (source: BsonValue) => Evaluate;

/** An expression of a document, with the variables of its command. */
export type Expression = (document: BsonDocument) => BsonValue | undefined;
