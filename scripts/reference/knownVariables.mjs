/** Variables that are read by docker-compose.yml, and by nothing else. */
const composeVariables = ['CORDON_JWKS_FILE'];

/** shared/config/knownVariables.ts: no deployable imports the settings of another, and each knows the names of all. */
export function knownVariables(settings) {
  const names = new Map(composeVariables.map((name) => [name, name]));
  for (const { env, formerly = env } of settings)
    for (const name of [env, formerly]) if (name.startsWith('CORDON_')) names.set(name, env);
  const entries = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return `/** Made by \`npm run gen\`: the variables of every deployable, each with the name of today. */
export const knownVariables: ReadonlyMap<string, string> = new Map([
${entries.map(([name, current]) => `  ['${name}', '${current}'],`).join('\n')}
]);
`;
}
