import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Logger } from '../../../shared/logger/logger';
import type { ClientNames } from '../plan/clientNames';
import { isIncluded } from '../plan/conditions';
import { callSubgraph } from '../call/callSubgraph';
import { toExtensions } from '../call/responseExtensions';
import type { Data } from '../call/unavailableValue';
import { bytesOf } from '../documentBytes';
import type { ExecutedOperation } from '../executedOperation';
import type { ExecutionContext } from '../executionContext';
import type { CheckedOperation, Links, PreparedOperation } from '../planExecutor';
import { createAnswerObject } from './answer/answerObject';
import type { RequestCalls } from './fetch/requestCalls';
import type { Savings, SavingsCounts } from '../../metrics/savings';
import type { KnownParts } from './knownParts';
import type { OperationPlanner } from './operationPlanner';
import { AnswerErrors } from './projection/answerErrors';
import type { FieldWriter } from './projection/projected';
import { type Introspection, introspect, isIntrospection } from './projection/introspection';
import { projectRoot } from './projection/projection';
import { writeFields } from './projection/valueWriter';
import { runPlan } from './runPlan';
import type { Step } from './step';

type Variables = Readonly<Record<string, unknown>>;

export interface CompiledExecutorParts {
  readonly links: Links;
  readonly savings: Savings;
  /** The labels of `@override` that are in force. */
  readonly overrideLabels: ReadonlySet<string>;
  /** Is added to. */
  readonly counts: SavingsCounts;
  readonly logger: Logger;
}

export interface OperationParts extends CompiledExecutorParts {
  readonly schema: GraphQLSchema;
  readonly planner: OperationPlanner;
  readonly known: KnownParts;
}

/** An operation whose plan, and the form of whose answer, are compiled. */
export class CompiledOperation implements PreparedOperation {
  readonly bytes: number;
  readonly #names: ClientNames;
  readonly #step: Step | undefined;
  readonly #fields: readonly FieldWriter[];
  readonly #introspection: Introspection | undefined;

  /** Throws where it cannot be planned. */
  constructor(
    private readonly checked: CheckedOperation,
    private readonly parts: OperationParts,
  ) {
    const { allowed, operation, fragments, forbidden, conditions } = checked;
    const { schema, planner, known } = parts;
    this.#names = planner.namesOf(checked.document);
    this.#step = allowed && planner.plan(allowed.document, this.#names);
    // The client's nodes, the plan's calls and the compiled form take about the same each.
    this.bytes = allowed ? 3 * bytesOf(allowed.document) : 0;
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`a validated document has a ${operation.operation}, which there is not`);
    const projected = {
      schema,
      fragments,
      forbidden,
      names: this.#names,
      known,
      isIncluded: (selection: Parameters<typeof isIncluded>[0]) => isIncluded(selection, conditions),
    };
    this.#fields = projectRoot(root, operation, projected);
    const fields = this.#fields.flatMap(({ nodes }) => nodes).filter(isIntrospection);
    this.#introspection = fields.length > 0 ? { schema, operation, fragments, fields } : undefined;
  }

  async execute(variables: Variables, context: ExecutionContext): Promise<ExecutedOperation> {
    const data = await this.#fetch(variables, context);
    if (this.#introspection) this.#addIntrospection(this.#introspection, variables, data);
    const { fragments } = this.checked;
    const errors = new AnswerErrors({
      fragment: (name) => fragments.get(name),
      keyOf: (node) => this.#names.keyOf(node),
    });
    const text = writeFields(this.#fields, data, errors) ?? 'null';
    return { data: text, errors: errors.toFieldErrors(), extensions: toExtensions(context.extensions) };
  }

  async #fetch(variables: Variables, context: ExecutionContext): Promise<Data> {
    if (!this.#step) return createAnswerObject();
    const { links, savings, counts, logger, planner } = this.parts;
    const calls: RequestCalls = {
      isQuery: this.checked.operation.operation === OperationTypeNode.QUERY,
      savings,
      counts,
      logger,
      ask: (subgraph, request) => {
        const link = links.get(subgraph);
        if (!link) throw new Error(`there is no link to the subgraph ${subgraph}`);
        return callSubgraph(link, request, context, logger);
      },
      variablesOf: (names) => pickSent(variables, names),
    };
    return runPlan(this.#step, calls, planner.abstract);
  }

  #addIntrospection(introspection: Introspection, variables: Variables, data: Data): void {
    const answered = introspect(introspection, variables);
    for (const [name, value] of Object.entries(answered)) {
      const field = this.#fields.find((writer) => writer.name === name);
      const [node] = field?.nodes ?? [];
      if (node) data[this.#names.keyOf(node)] = value;
    }
  }
}

function pickSent(variables: Variables, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names)
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) picked[name] = variables[name];
  return picked;
}
