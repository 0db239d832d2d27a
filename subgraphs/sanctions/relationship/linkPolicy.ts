import type { RelationshipKind } from '../vocabulary/relationshipKinds';

/**
 * The relationships that carry a link, and their direction (DOMAIN, "Relationship"). A link goes from an
 * actor DOWN to those that it controls, that act for it or are subordinate to it: against the direction of
 * these relationships. It goes ACROSS an affiliation both ways. SAME costs no depth. It never goes up to a
 * parent, so never down again to a parent's other children. It never follows a kind that is not named here:
 * family, support, leadership, an interest in property, a link of unstated kind.
 */
export const linkPolicy: Readonly<Partial<Record<RelationshipKind, 'DOWN' | 'ACROSS' | 'SAME'>>> = {
  OWNED_OR_CONTROLLED_BY: 'DOWN',
  ACTING_FOR: 'DOWN',
  SUBORDINATE_TO: 'DOWN',
  AFFILIATED_WITH: 'ACROSS',
  SAME_AS: 'SAME',
};

/**
 * The direction in which other kinds are followed where a client asks for them. They go down, as the kinds
 * that carry do: to whoever leads, supports or is the property of the actor. Family and unnamed links go both
 * ways.
 */
export const askedLinkPolicy: Readonly<Record<RelationshipKind, 'DOWN' | 'ACROSS' | 'SAME'>> = {
  OWNED_OR_CONTROLLED_BY: 'DOWN',
  ACTING_FOR: 'DOWN',
  SUBORDINATE_TO: 'DOWN',
  AFFILIATED_WITH: 'ACROSS',
  SAME_AS: 'SAME',
  LEADER_OF: 'DOWN',
  PROVIDING_SUPPORT_TO: 'DOWN',
  PROPERTY_IN_WHICH_INTEREST: 'DOWN',
  FAMILY_OF: 'ACROSS',
  LINKED_TO: 'ACROSS',
};

/** The default depth of a link in hops, which `linkedActorIds` always uses. */
export const defaultLinkDepth = 3;

/** The most that a client may ask for. */
export const maxLinkDepth = 10;
