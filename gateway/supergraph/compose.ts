import { composeServices } from '@apollo/composition';
import { type GraphQLSchema, parse } from 'graphql';
import { CordonError } from '../../shared/errors/cordonError';
import { requiredFieldProblems } from './requiredFields';

/** The SDL of each subgraph, by name. */
export type SubgraphSdls = Readonly<Record<string, string>>;

/** The default URL of a subgraph (CORDON_<NAME>_URL), by name. */
export type SubgraphUrls = Readonly<Record<string, string>>;

export interface Composed {
  readonly supergraphSdl: string;
  /** The schema as clients see it. */
  readonly apiSchema: GraphQLSchema;
  /** The hints of composition, and the fields that the stock executor would get wrong, a sentence each. */
  readonly hints: readonly string[];
}

/** A sentence about why subgraphs cannot be one graph, with federation's code. */
export interface CompositionProblem {
  readonly code: string;
  readonly message: string;
}

export type Composition = Composed | { readonly problems: readonly CompositionProblem[] };

/** Composes subgraphs into one supergraph, or says what is in the way. Throws GraphQLError where an SDL is not GraphQL. */
export function composeSupergraph(sdls: SubgraphSdls, urls: SubgraphUrls = {}): Composition {
  const services = Object.entries(sdls)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sdl]) => ({ name, url: urls[name] ?? `cordon://${name}`, typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (result.errors) {
    return {
      problems: result.errors.map((error) => ({ code: codeOf(error), message: oneLine(error.message) })),
    };
  }
  return {
    supergraphSdl: result.supergraphSdl,
    apiSchema: result.schema.toAPISchema().toGraphQLJSSchema(),
    hints: [...result.hints, ...requiredFieldProblems(result.supergraphSdl)].map(({ message }) =>
      oneLine(message),
    ),
  };
}

/** The same, where problems are unforeseen. Throws SUPERGRAPH_INVALID with all of them. */
export function mustCompose(sdls: SubgraphSdls): Composed {
  const composition = composeSupergraph(sdls);
  if (!('problems' in composition)) return composition;
  throw new CordonError('SUPERGRAPH_INVALID', composition.problems.map(({ message }) => message).join('\n'));
}

const codeOf = ({ extensions }: { readonly extensions: Readonly<Record<string, unknown>> }) =>
  typeof extensions['code'] === 'string' ? extensions['code'] : 'INVALID_GRAPHQL';

const oneLine = (message: string) => message.replaceAll(/\s*\n\s*/g, ' ');
