import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { SubgraphLink } from '../link/subgraphLink';
import type { ExecutedOperation } from './executedOperation';
import type { ExecutionContext } from './executionContext';
import type { ForbiddenFields } from './forbiddenFields';

export type Links = ReadonlyMap<string, SubgraphLink>;

/**
 * An operation that may be planned: fields that the caller may not see have been removed, and its conditions
 * have been decided.
 */
export interface AllowedOperation {
  readonly document: DocumentNode;
  /** Names the document: plans are kept under it, so two documents must never have the same. */
  readonly hash: string;
}

/** An operation as one kind of caller may ask it: all that an answer's form depends on, but for variables' values. */
export interface CheckedOperation {
  /** The document as the client wrote it. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that decide `@skip` and `@include`, coerced. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** Fields that are not asked for, because the caller may not see them. */
  readonly forbidden: ForbiddenFields;
  /** Undefined where nothing is left to ask of a subgraph. */
  readonly allowed: AllowedOperation | undefined;
}

/** An operation that was planned once, and is executed for many requests. */
export interface PreparedOperation {
  /** Its estimated memory. */
  readonly bytes: number;
  /** `variables` are as the client sent them: they fit their types. */
  execute(
    variables: Readonly<Record<string, unknown>>,
    context: ExecutionContext,
  ): Promise<ExecutedOperation>;
}

/** Plans operations and executes them over the subgraphs. */
export interface PlanExecutor {
  /** The schema as clients see it. */
  readonly schema: GraphQLSchema;
  /** Throws where an operation cannot be planned, or its plan must not be executed. */
  prepare(operation: CheckedOperation): PreparedOperation;
  close(): Promise<void>;
}
