/** How many rows a list is taken to have that neither an argument nor `@listSize` bounds. */
export const assumedListSize = 5;
