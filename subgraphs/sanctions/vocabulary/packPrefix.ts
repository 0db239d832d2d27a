/** What the ids of the actors of ActorPacks begin with, and those of no list. */
export const packPrefix = 'graphsense:';
