import { type DocumentNode, GraphQLError, Kind, parse } from 'graphql';
import { readCoreLinks, textArgument } from './coreLinks';
import { invalidSupergraph } from './invalidSupergraph';

/** A subgraph as a supergraph names it. */
export interface JoinGraph {
  /** The subgraph's own name. */
  readonly name: string;
  /** Its URL in the supergraph; it may be empty. */
  readonly url: string;
}

/** The versions of the join specification (specs.apollo.dev/join) that the gateway reads. */
const joinVersions = ['v0.1', 'v0.2', 'v0.3', 'v0.4', 'v0.5'];

/**
 * Returns the subgraphs of a supergraph, in its order. Throws SUPERGRAPH_INVALID for a text that is no
 * supergraph, for one of another version of the join specification, and for one that gives two subgraphs one
 * name.
 */
export function readJoinGraphs(supergraphSdl: string): readonly JoinGraph[] {
  const document = parseSupergraph(supergraphSdl);
  checkJoinLink(document);
  const graphs = document.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? []).map(({ name, directives = [] }) => {
          const [graph] = directives.filter((directive) => directive.name.value === 'join__graph');
          if (!graph) throw invalidSupergraph(`join__Graph.${name.value} has no @join__graph that names it`);
          return { name: textArgument(graph, 'name') ?? '', url: textArgument(graph, 'url') ?? '' };
        })
      : [],
  );
  if (graphs.length === 0) throw invalidSupergraph('the supergraph names no subgraph (enum join__Graph)');
  const names = graphs.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw invalidSupergraph(`the supergraph names the subgraph ${twice} twice`);
  if (names.includes('')) throw invalidSupergraph('the supergraph has a subgraph without a name');
  return graphs;
}

function parseSupergraph(supergraphSdl: string): DocumentNode {
  try {
    return parse(supergraphSdl, { noLocation: true });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations?.[0] ?? { line: 0, column: 0 };
    throw invalidSupergraph(
      `the supergraph is not GraphQL (line ${line}, column ${column}): ${error.message}`,
    );
  }
}

function checkJoinLink(document: DocumentNode): void {
  const [link] = readCoreLinks(document).filter(({ feature }) => feature === 'join');
  if (!link)
    throw invalidSupergraph(
      'this is not a supergraph: it links no join specification. Compose its subgraphs: `cordon schema compose --head <folder or supergraph.yaml> --out <file>`',
    );
  if (!joinVersions.includes(link.version ?? ''))
    throw invalidSupergraph(
      `the supergraph is of version ${link.version ?? '(none)'} of the join specification; known are ${joinVersions.join(', ')}`,
    );
  if (link.prefix !== 'join')
    throw invalidSupergraph(
      `the join specification is linked as ${link.prefix}; only the name join is known`,
    );
}
