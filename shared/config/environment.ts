import { distance } from 'fastest-levenshtein';
import { knownVariables } from './knownVariables';
import { ConfigError } from './settings';

const prefix = 'CORDON_';

/** Every subgraph of a supergraph has one (gateway/supergraph/subgraphUrls.ts). */
const urlVariable = /^CORDON_[A-Z0-9_]+_URL$/;

/** The variables that Kubernetes sets in each container for a Service whose name begins with `cordon-`. */
const serviceVariable = /^CORDON_\w+_(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT(?:_\d+_\w+)?)$/;

/**
 * The most letters by which a misspelt setting may differ from a known one: two, or four tenths of a long
 * name.
 */
const minDifference = 2;
const maxShare = 0.4;

const maxSuggestions = 3;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Rejects variables that begin with `CORDON_` and are no setting of any deployable. Otherwise a misspelt
 * setting would be as if it were not given. `urlVariables` are those of the supergraph's subgraphs. It is
 * undefined where a process loads no supergraph, which then leaves the URL of any subgraph to the gateway.
 * Throws ConfigError, a line for each, with the names that are near. Returns a warning for each old name,
 * which is still read.
 */
export function checkEnvironment(env: Environment, urlVariables?: readonly string[]): readonly string[] {
  const known = [...knownVariables.keys(), ...(urlVariables ?? [])];
  const names = Object.keys(env).filter((name) => name.startsWith(prefix));
  const unknown = names.filter(
    (name) =>
      !known.includes(name) &&
      !isService(name, env[name]) &&
      !(urlVariables === undefined && urlVariable.test(name)),
  );
  if (unknown.length > 0)
    throw new ConfigError(
      unknown
        .map(
          (name) => `${name}: there is no such setting${suggestions(name, known)} (docs/reference/config.md)`,
        )
        .join('\n'),
    );
  return names.flatMap((name) => {
    const current = knownVariables.get(name) ?? name;
    return current === name ? [] : [`${name} is now ${current}: the old name is still read`];
  });
}

/** `CORDON_GATEWAY_PORT` holds `tcp://…` where it is of Kubernetes' making. */
const isService = (name: string, value = ''): boolean =>
  serviceVariable.test(name) &&
  (!/_PORT$/.test(name) || /_SERVICE_PORT$/.test(name) || value.includes('://'));

function suggestions(name: string, known: readonly string[]): string {
  const near = known
    .map((other) => ({ other, difference: distance(name, other) }))
    .filter(
      ({ difference }) => difference <= Math.max(minDifference, (name.length - prefix.length) * maxShare),
    )
    .sort((a, b) => a.difference - b.difference)
    .slice(0, maxSuggestions);
  return near.length === 0 ? '' : `; near: ${near.map(({ other }) => other).join(', ')}`;
}
