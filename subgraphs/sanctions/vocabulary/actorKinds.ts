/**
 * The kind of an actor. UNKNOWN: its source names a kind that is not among the others; it is screened all the
 * same.
 */
export const actorKinds = ['PERSON', 'ORGANISATION', 'GROUP', 'VESSEL', 'AIRCRAFT', 'UNKNOWN'] as const;

export type ActorKind = (typeof actorKinds)[number];
