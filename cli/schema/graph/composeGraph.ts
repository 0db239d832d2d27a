import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import {
  buildASTSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  Source,
  validateSchema,
} from 'graphql';
import { stripSecurity } from '../../../gateway/supergraph/stripSecurity';
import type { FindingDraft, Location } from '../finding/finding';
import type { GraphSource, SubgraphSource } from '../input/graphSource';

/** A graph that composes, in the forms that the checks compare. */
export interface CheckedGraph {
  readonly source: GraphSource;
  readonly supergraphSdl: string;
  readonly document: DocumentNode;
  /** The whole graph, inaccessible elements included. */
  readonly fullSchema: GraphQLSchema;
  /** The schema as clients see it. */
  readonly apiSchema: GraphQLSchema;
  /** Federation's own form, for planning. */
  readonly supergraph: Supergraph;
  readonly hints: readonly string[];
}

export type CompositionOutcome = CheckedGraph | { readonly problems: readonly CompositionProblem[] };

/** A reason why a graph does not compose: composition's message, and every place that it names. */
export interface CompositionProblem {
  readonly code: string;
  readonly message: string;
  readonly coordinate: string | null;
  readonly locations: readonly Location[];
}

/** The part of a composition that is kept, so that the same SDL need not be composed twice. */
export interface ComposedText {
  readonly supergraphSdl: string;
  readonly hints: readonly string[];
}

/** Composes what was read, or says with files and lines why it cannot be. */
export function composeGraph(source: GraphSource, known?: ComposedText): CompositionOutcome {
  const composed = known ?? composeText(source);
  if ('problems' in composed) return composed;
  const { supergraphSdl, hints } = composed;
  try {
    const document = parse(supergraphSdl);
    const supergraph = Supergraph.build(stripSecurity(document));
    const apiSchema = supergraph.apiSchema().toGraphQLJSSchema();
    const [invalid] = validateSchema(apiSchema);
    if (invalid) throw invalid;
    const fullSchema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    return { source, supergraphSdl, document, fullSchema, apiSchema, supergraph, hints };
  } catch (error) {
    return { problems: [problemOf(error, fileOf(source))] };
  }
}

const fileOf = (source: GraphSource) => (source.kind === 'supergraph' ? source.file : source.place);

function composeText(
  source: GraphSource,
): ComposedText | { readonly problems: readonly CompositionProblem[] } {
  if (source.kind === 'supergraph') return { supergraphSdl: source.sdl, hints: [] };
  const parsed = source.subgraphs.map(parseSubgraph);
  const broken = parsed.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (broken.length > 0) return { problems: broken };
  const services = parsed
    .flatMap((one) => ('problem' in one ? [] : [one]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const result = composeServices(services);
  if (result.errors) return { problems: result.errors.map((error) => problemOf(error)) };
  return { supergraphSdl: result.supergraphSdl, hints: result.hints.map(({ message }) => oneLine(message)) };
}

function parseSubgraph({ name, file, sdl, url }: SubgraphSource) {
  if (sdl.trim() === '') {
    const locations = [{ file, line: 1, column: 1 }];
    return { problem: { code: 'EMPTY_SDL', message: `${name} has no SDL`, coordinate: null, locations } };
  }
  try {
    return { name, url: url ?? `cordon://${name}`, typeDefs: parse(new Source(sdl, file)) };
  } catch (error) {
    return { problem: problemOf(error, file) };
  }
}

function problemOf(error: unknown, file?: string): CompositionProblem {
  const message = oneLine(error instanceof Error ? error.message : String(error));
  const coordinate = /"([A-Z]\w*(?:\.\w+)?)/.exec(message)?.[1] ?? null;
  if (!(error instanceof GraphQLError)) {
    const locations = file === undefined ? [] : [{ file, line: 1, column: 1 }];
    return { code: 'INVALID_GRAPHQL', message, coordinate, locations };
  }
  const code = typeof error.extensions['code'] === 'string' ? error.extensions['code'] : 'INVALID_GRAPHQL';
  return { code, message, coordinate, locations: [...ownLocations(error, file), ...nodeLocations(error)] };
}

/** Returns the places where the parser stopped. */
function ownLocations({ source, locations }: GraphQLError, file: string | undefined): readonly Location[] {
  const name = source && source.name !== 'GraphQL request' ? source.name : file;
  return name === undefined ? [] : (locations ?? []).map((at) => ({ file: name, ...at }));
}

function nodeLocations({ nodes }: GraphQLError): readonly Location[] {
  return (nodes ?? []).flatMap(({ loc }) =>
    loc && loc.source.name !== 'GraphQL request'
      ? [{ file: loc.source.name, line: loc.startToken.line, column: loc.startToken.column }]
      : [],
  );
}

const oneLine = (message: string) => message.replaceAll(/\s*\n\s*/g, ' ');

/**
 * Returns a finding for each problem. It is placed where a changed file is named, else where its subject was
 * changed or removed, else at the first place that it names.
 */
export function compositionFindings(
  problems: readonly CompositionProblem[],
  {
    files,
    find,
  }: { readonly files: ReadonlySet<string>; readonly find: (coordinate: string | null) => Location | null },
): readonly FindingDraft[] {
  const isChanged = (location: Location | null): location is Location =>
    location !== null && files.has(location.file);
  return problems.map(({ code, message, coordinate, locations }) => {
    const candidates = [...locations, find(coordinate)];
    const location = candidates.find(isChanged) ?? candidates.find((one) => one !== null) ?? firstOf(files);
    return { kind: 'composition', level: 'blocked', code, coordinate, message, location, clients: [] };
  });
}

function firstOf(files: ReadonlySet<string>): Location | null {
  const [file] = files;
  return file === undefined ? null : { file, line: 1, column: 1 };
}
