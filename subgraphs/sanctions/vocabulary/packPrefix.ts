/** Begins the id of each actor of an ActorPack, and of no actor of a list. */
export const packPrefix = 'graphsense:';
