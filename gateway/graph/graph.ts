import { createHash } from 'node:crypto';
import { GraphQLScalarType, type GraphQLSchema, parse } from 'graphql';
import { CordonError } from '../../shared/errors/cordonError';
import { BigIntScalar } from '../../shared/scalars/bigInt';
import { DateScalar } from '../../shared/scalars/date';
import { DateTimeScalar } from '../../shared/scalars/dateTime';
import { AnswerCost } from '../cost/answerCost';
import { type CostDirectives, readCostDirectives } from '../cost/costDirectives';
import { KnownCosts } from '../cost/knownCosts';
import type { OpenExecutor } from '../execution/openExecutor';
import type { PlanExecutor } from '../execution/planExecutor';
import { DocumentStore } from './documentStore';
import { readJoinGraphs } from '../supergraph/joinGraphs';
import { readRestrictedTypes, type RestrictedTypes } from '../supergraph/restrictedTypes';
import { grantsThatMatter } from '../supergraph/requirements';
import { policiesOf, type Grant } from '../../shared/identity/grantSets';
import { readTags } from '../supergraph/tags';
import { readSecurity, type Requirements } from '../supergraph/securityDirectives';

/** One version of the supergraph, ready to answer. It never changes: a new version is another Graph. */
export interface Graph {
  /** The digest of the supergraph's text. */
  readonly id: string;
  /** The supergraph's text. */
  readonly sdl: string;
  /** Every tag that an element carries. */
  readonly tags: ReadonlySet<string>;
  /** The types whose records are logged when they are read. */
  readonly restricted: RestrictedTypes;
  /** The schema as clients see it. */
  readonly schema: GraphQLSchema;
  readonly requirements: Requirements;
  readonly grantsThatMatter: ReadonlySet<Grant>;
  /** The policies that it names (`@policy`). */
  readonly policies: ReadonlySet<string>;
  readonly costs: CostDirectives;
  readonly knownCosts: KnownCosts;
  readonly answerCost: AnswerCost;
  readonly documents: DocumentStore;
  readonly executor: PlanExecutor;
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Makes a supergraph ready. Throws SUPERGRAPH_INVALID where it is broken or could not be enforced. */
export async function loadGraph(supergraphSdl: string, openExecutor: OpenExecutor): Promise<Graph> {
  let executor: PlanExecutor | undefined;
  try {
    readJoinGraphs(supergraphSdl);
    const { sdl, requirements } = readSecurity(supergraphSdl);
    executor = await openExecutor(sdl);
    checkScalars(executor.schema);
    const document = parse(supergraphSdl, { noLocation: true });
    const costs = readCostDirectives(document);
    const matter = grantsThatMatter(requirements);
    return {
      id: digest(supergraphSdl),
      sdl: supergraphSdl,
      tags: readTags(document),
      restricted: readRestrictedTypes(document, executor.schema),
      schema: executor.schema,
      requirements,
      grantsThatMatter: matter,
      policies: policiesOf(matter),
      costs,
      knownCosts: new KnownCosts(),
      answerCost: new AnswerCost(document, costs),
      documents: new DocumentStore(),
      executor,
    };
  } catch (error) {
    await executor?.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new CordonError('SUPERGRAPH_INVALID', `the supergraph cannot be loaded: ${why}`);
  }
}

/**
 * Composition keeps a scalar's name and description only: without this a wrong date would go as far as a subgraph. A scalar
 * of another graph may have the same name and another form: it is known by its description.
 */
function checkScalars(schema: GraphQLSchema): void {
  for (const { name, description, parseValue, parseLiteral } of [DateScalar, DateTimeScalar, BigIntScalar]) {
    const scalar = schema.getType(name);
    if (scalar instanceof GraphQLScalarType && scalar.description === description)
      Object.assign(scalar, { parseValue, parseLiteral });
  }
}
