import { Kind, parse } from 'graphql';
import { ConfigError } from '../../shared/config/settings';
import { textArgument } from './coreLinks';

/** The variable that says where a subgraph listens: `CORDON_SANCTIONS_URL` for sanctions. */
export const urlVariable = (subgraph: string): string =>
  `CORDON_${subgraph.toUpperCase().replaceAll('-', '_')}_URL`;

/**
 * Returns where each subgraph of a supergraph listens, by name: its variable, else the URL in the supergraph (`@join__graph`,
 * the join specification, v0.5). Throws ConfigError with a line for each one that has neither.
 */
export function readSubgraphUrls(
  supergraphSdl: string,
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const urls = new Map<string, string>();
  const problems: string[] = [];
  for (const { name, url } of graphsOf(supergraphSdl)) {
    const variable = urlVariable(name);
    const given = env[variable];
    const wanted = given === undefined || given === '' ? url : given;
    if (/^https?:\/\//.test(wanted) && URL.canParse(wanted)) urls.set(name, wanted);
    else problems.push(`${variable}: a URL is needed (http or https), where the subgraph ${name} listens`);
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return urls;
}

function graphsOf(supergraphSdl: string) {
  return parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? []).flatMap(({ directives }) =>
          (directives ?? []).map((directive) => ({
            name: textArgument(directive, 'name') ?? '',
            url: textArgument(directive, 'url') ?? '',
          })),
        )
      : [],
  );
}
