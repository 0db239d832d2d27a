/** Whether a call reads only: the planner writes `query ...` or `{...}`. Anything else may change something. */
export const isQuery = (operation: string): boolean => /^\s*(query\b|\{)/.test(operation);
