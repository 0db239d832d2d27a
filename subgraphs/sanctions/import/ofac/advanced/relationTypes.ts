import type { RelationshipKind } from '../../../vocabulary/relationshipKinds';

/** Our kind for OFAC's name of a relation; `reversed` where OFAC writes it from the other end. */
interface RelationKind {
  readonly kind: RelationshipKind | null;
  readonly reversed?: boolean;
}

const kinds: readonly (readonly [RegExp, RelationKind])[] = [
  [/^associate of/i, { kind: 'AFFILIATED_WITH' }],
  [/^providing support/i, { kind: 'PROVIDING_SUPPORT_TO' }],
  [/^acting for/i, { kind: 'ACTING_FOR' }],
  [/^owned or controlled/i, { kind: 'OWNED_OR_CONTROLLED_BY' }],
  [/^family member/i, { kind: 'FAMILY_OF' }],
  [/^leader or official/i, { kind: 'LEADER_OF' }],
  [/^principal executive/i, { kind: 'LEADER_OF' }],
  [/^owns, controls/i, { kind: 'OWNED_OR_CONTROLLED_BY', reversed: true }],
  [/property/i, { kind: 'PROPERTY_IN_WHICH_INTEREST' }],
];

/**
 * Returns the kind of a relation. A relation without a kind in Cordon ("Playing a significant role in") is
 * kept as a link of unstated kind.
 */
export const relationKind = (words: string | null): RelationKind =>
  kinds.find(([form]) => words !== null && form.test(words))?.[1] ?? { kind: null };
