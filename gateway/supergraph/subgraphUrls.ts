import { ConfigError } from '../../shared/config/settings';
import { type JoinGraph, readJoinGraphs } from './joinGraphs';

/** The variable that says where a subgraph listens: `CORDON_SANCTIONS_URL` for sanctions. */
export const urlVariable = (subgraph: string): string =>
  `CORDON_${subgraph.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_URL`;

/** Returns the variables of a supergraph's subgraphs. Throws SUPERGRAPH_INVALID, as `readJoinGraphs` does. */
export const urlVariables = (supergraphSdl: string): readonly string[] =>
  readJoinGraphs(supergraphSdl)
    .filter(({ url }) => url !== readsUrl)
    .map(({ name }) => urlVariable(name));

/** The address that composition writes for a subgraph without one. */
const readsUrl = 'cordon://reads';

/**
 * Returns the URLs of each subgraph of a supergraph, by name: those in its variable, a replica each, else the
 * URL in the supergraph (`@join__graph`) as it stands. A URL in a variable without a path has that of the
 * supergraph's URL. Throws SUPERGRAPH_INVALID, and ConfigError with a line for each subgraph that has no
 * usable URL.
 */
export function readSubgraphUrls(
  supergraphSdl: string,
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, readonly string[]> {
  const urls = new Map<string, readonly string[]>();
  const problems: string[] = [];
  const graphs = readJoinGraphs(supergraphSdl).filter(({ url }) => url !== readsUrl);
  for (const graph of graphs) {
    const variable = urlVariable(graph.name);
    const given = (env[variable] ?? '').split(',').map((url) => url.trim());
    const wanted = given.join('') === '' ? [graph.url] : given.map((url) => withPath(url, graph));
    const sharing = graphs.filter(({ name }) => urlVariable(name) === variable).map(({ name }) => name);
    if (!wanted.every(isHttpUrl))
      problems.push(
        `${variable}: a URL is needed (http or https), where the subgraph ${graph.name} listens; several with commas between them`,
      );
    else if (new Set(wanted).size < wanted.length) problems.push(`${variable}: it names a URL twice`);
    else if (given.join('') !== '' && sharing.length > 1)
      problems.push(
        `${variable}: it is the variable of several subgraphs (${sharing.join(', ')}): rename one`,
      );
    else urls.set(graph.name, wanted);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return urls;
}

const isHttpUrl = (url: string): boolean => /^https?:\/\//.test(url) && URL.canParse(url);

/** `http://sanctions:4001` names a host only; `http://sanctions:4001/` is a whole URL. */
function withPath(url: string, { url: inSupergraph }: Pick<JoinGraph, 'url'>): string {
  if (!isHttpUrl(url) || !/^https?:\/\/[^/?#]+$/.test(url) || !isHttpUrl(inSupergraph)) return url;
  const { pathname, search } = new URL(inSupergraph);
  return `${url}${pathname}${search}`;
}
