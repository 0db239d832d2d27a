/** The assumed length of a list that neither an argument nor `@listSize` bounds. */
export const assumedListSize = 5;
