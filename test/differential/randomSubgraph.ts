import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { type Fault, failing } from './faults';
import { graphqlErrorOf } from './graphqlErrorOf';
import type { SubgraphModel } from './graphModel';
import { spoil } from './spoil';
import type { Item, World } from './world';

/** The circumstances while an operation is executed. */
export interface Circumstances {
  readonly faults: readonly Fault[];
  /** The mutations that were carried out, in their order. */
  readonly mutations: string[];
}

/** One subgraph of a random graph, whose values are the world's and whose faults can be set. */
export class RandomSubgraph {
  readonly #schema: GraphQLSchema;
  readonly #documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

  constructor(
    readonly model: SubgraphModel,
    readonly world: World,
  ) {
    this.#schema = buildSubgraphSchema({ typeDefs: parse(model.sdl) });
    const entities = this.#schema.getQueryType()?.getFields()['_entities'];
    const union = this.#schema.getType('_Entity');
    if (entities)
      entities.resolve = (_source, { representations }, { faults }: Circumstances) =>
        (representations as readonly Readonly<Record<string, unknown>>[]).map((given) =>
          this.#entity(given, faults),
        );
    if (isUnionType(union)) union.resolveType = (item: Item) => this.#typeOf(item);
  }

  get name(): string {
    return this.model.name;
  }

  /** The answer to a call, as the text that would come over HTTP. */
  async answer(request: SubgraphRequest, circumstances: Circumstances): Promise<string> {
    const document = this.#document(request.query);
    if (!('kind' in document)) return JSON.stringify({ errors: document });
    const result = await execute({
      schema: this.#schema,
      document,
      variableValues: request.variables ?? {},
      rootValue: { __typename: 'Query', seed: 0 },
      contextValue: circumstances,
      fieldResolver: this.#resolve,
      typeResolver: (item) => this.#typeOf(item as Item),
    });
    return spoil(result, document, this.#schema, this.name, circumstances.faults);
  }

  /** A call that does not fit the subgraph's schema is the gateway's mistake. */
  #document(query: string): DocumentNode | readonly GraphQLError[] {
    const known = this.#documents.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const errors = validate(this.#schema, document);
    const kept =
      errors.length > 0
        ? errors.map(
            (error) => new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
          )
        : document;
    this.#documents.set(query, kept);
    return kept;
  }

  readonly #resolve: GraphQLFieldResolver<Item, Circumstances> = (item, args, circumstances, info) => {
    const { fieldName: field, returnType: type } = info;
    if (info.parentType.name === 'Mutation')
      circumstances.mutations.push(`${this.name}.${field}(${JSON.stringify(args)})`);
    for (const fault of circumstances.faults)
      if (fault.kind === 'field error' && fault.field === field && failing(item.seed, fault.rest))
        throw graphqlErrorOf(fault.code);
    const required = this.world.requiredOf(field, item);
    return this.world.value({ field, type, item, args, required });
  };

  #entity(given: Readonly<Record<string, unknown>>, faults: readonly Fault[]): Item | Error | null {
    const entity = this.world.entity(given);
    if (!entity) return null;
    for (const fault of faults) {
      if (!('subgraph' in fault) || fault.subgraph !== this.name) continue;
      if (fault.kind === 'null entity' && failing(entity.seed, fault.rest)) return null;
      if (fault.kind === 'entity error' && failing(entity.seed, fault.rest))
        return graphqlErrorOf('COVERAGE_GAP');
    }
    return entity;
  }

  /** An interface that is an object here has that object's name. */
  #typeOf({ __typename, given }: Item): string {
    if (isObjectType(this.#schema.getType(__typename))) return __typename;
    const asked = given?.['__typename'];
    if (typeof asked === 'string' && isObjectType(this.#schema.getType(asked))) return asked;
    return 'Media';
  }
}
