/** Lists of lists that are deeper than this are another form than any schema's. A subgraph must not exhaust the stack. */
export const maxListDepth = 32;
