import { Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { Connection, PageInfo, TotalCount } from '../pagination/page';

/**
 * The page information type of one subgraph. A function, because type-graphql keeps one registry for the process,
 * and classes must not be shared between the subgraphs in it.
 */
export function definePageInfo(): ClassType<PageInfo> {
  @ObjectType('PageInfo', {
    description: 'The position of a page in its list (Relay).',
    simpleResolvers: true,
  })
  @Directive('@shareable')
  class PageInfoType implements PageInfo {
    @Field(() => Boolean, { description: 'True where another page follows this one.' })
    readonly hasNextPage!: boolean;

    @Field(() => Boolean, { description: 'True where this page was asked for with `after`.' })
    readonly hasPreviousPage!: boolean;

    @Field(() => String, { nullable: true, description: 'The cursor of the first row.' })
    readonly startCursor!: string | null;

    @Field(() => String, {
      nullable: true,
      description: 'The cursor of the last row: `after` for the next page.',
    })
    readonly endCursor!: string | null;
  }
  return PageInfoType;
}

export interface ConnectionDefinition<Node extends object> {
  /** `Account` gives AccountConnection and AccountEdge. */
  readonly name: string;
  readonly node: () => ClassType<Node>;
  readonly pageInfo: ClassType<PageInfo>;
  /** False where counting rows would not be cheap. */
  readonly counted?: boolean;
}

/** A Relay connection type: edges, nodes, pageInfo and, where it is cheap, totalCount. */
export function defineConnection<Node extends object>(
  definition: ConnectionDefinition<Node>,
): ClassType<Connection<Node>> {
  const { name, node, pageInfo, counted = true } = definition;

  @ObjectType(`${name}Edge`, {
    description: `One ${name} of a page, with its cursor.`,
    simpleResolvers: true,
  })
  class Edge {
    @Field(() => String, {
      description: 'The position of this row: pass it as `after` for the page that follows it.',
    })
    readonly cursor!: string;

    @Field(node, { description: 'The row itself.' })
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`, {
    description: counted
      ? `A page of a list (Relay): ${name}.`
      : `A page of a list (Relay): ${name}. It has no totalCount: counting would read all rows.`,
    simpleResolvers: true,
  })
  class ConnectionType implements Connection<Node> {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    readonly edges!: Edge[];

    @Field(() => [node()], { description: 'The rows of this page.' })
    readonly nodes!: Node[];

    @Field(() => pageInfo, { description: 'The position of this page, and of the next one.' })
    readonly pageInfo!: PageInfo;

    readonly totalCount!: TotalCount;
  }
  if (counted) {
    Field(() => Int, { description: 'Number of rows in all that the caller may see.' })(
      ConnectionType.prototype,
      'totalCount',
    );
  }
  return ConnectionType;
}
