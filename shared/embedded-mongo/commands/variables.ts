import { type BsonDocument, isDocument } from '../bson/value';
import type { Variables } from '../query/evaluate';

/** The variables that a command gives to its expressions in `let`. */
export function readVariables(body: BsonDocument): Variables | undefined {
  const variables = body.get('let');
  return isDocument(variables) ? variables : undefined;
}
