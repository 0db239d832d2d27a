/** The relationship of one actor to another. Read from left to right: `from` is the kind of `to`. */
export const relationshipKinds = [
  'OWNED_OR_CONTROLLED_BY',
  'ACTING_FOR',
  'LEADER_OF',
  'PROVIDING_SUPPORT_TO',
  'SUBORDINATE_TO',
  'AFFILIATED_WITH',
  'FAMILY_OF',
  'PROPERTY_IN_WHICH_INTEREST',
  'SAME_AS',
  'LINKED_TO',
] as const;

export type RelationshipKind = (typeof relationshipKinds)[number];

/** The basis of a hop: structured list data, a published statement, or an analyst's own finding. */
export const evidenceKinds = ['LIST_DATA', 'STATEMENT', 'ANALYST'] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];
