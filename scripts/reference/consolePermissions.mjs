/**
 * console/src/graph/generated/permissions.ts: the console imports nothing of the server, and offers what the subgraphs'
 * permissions allow.
 */
export function consolePermissions(tables, readOnlyRoles) {
  const permissions = Object.assign({}, ...tables);
  return `/** Made by \`npm run gen\`: the subgraphs' permissions. By mutation and role, the scope that the token must hold beside it. */
export const permissions = ${JSON.stringify(permissions)} as const;

/** A token with one of these roles writes nothing, whatever other roles it holds. */
export const readOnlyRoles: readonly string[] = ${JSON.stringify(readOnlyRoles)};
`;
}
