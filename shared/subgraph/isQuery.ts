/** Tells if a call only reads. The planner writes `query ...` or `{...}`; anything else may change data. */
export const isQuery = (operation: string): boolean => /^\s*(query\b|\{)/.test(operation);
