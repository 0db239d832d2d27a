import type { RelationshipKind } from '../vocabulary/relationshipKinds';

/**
 * Which relationships carry a link, and in which direction (DOMAIN, "Relationship"). A link goes from an actor DOWN to
 * those that it controls, that act for it or are subordinate to it: against the direction of these relationships.
 * It goes ACROSS an affiliation both ways. SAME costs no depth. It never goes up to a parent, so never down again to a
 * parent's other children; and not by what is not named here (family, support, leadership, an interest in property, a link of
 * which the list does not say what it is).
 */
export const linkPolicy: Readonly<Partial<Record<RelationshipKind, 'DOWN' | 'ACROSS' | 'SAME'>>> = {
  OWNED_OR_CONTROLLED_BY: 'DOWN',
  ACTING_FOR: 'DOWN',
  SUBORDINATE_TO: 'DOWN',
  AFFILIATED_WITH: 'ACROSS',
  SAME_AS: 'SAME',
};

/**
 * Which way a kind that does not carry is followed where a client asks for it: down, as the kinds that carry, from what
 * is led, supported or owned to who leads it, supports it or is its property; family and unnamed links both ways.
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

/** How many hops a link may have where nobody says otherwise, and what `linkedActorIds` uses always. */
export const defaultLinkDepth = 3;

/** The most that a client may ask for. */
export const maxLinkDepth = 10;
