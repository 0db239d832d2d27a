import type { FieldNode } from 'graphql';

/**
 * Fields that the caller may not have, as the client wrote them; for an act (a mutation) with the missing
 * grants.
 */
export type ForbiddenFields = ReadonlyMap<FieldNode, string | undefined>;

/** Says that a caller may not have a field (`Type.field`). */
export function forbiddenMessage(coordinate: string, missing: string | undefined): string {
  return missing === undefined
    ? `You may not see ${coordinate}.`
    : `You may not do ${coordinate}: it needs ${missing}.`;
}
