import { badUserInput } from '../errors/cordonError';

/** The most that one page holds. */
export const maxPageSize = 200;

export interface PageArguments {
  readonly first: number;
  /** The sort key of the last row of the page before, or null for the first page. */
  readonly after: string | null;
}

/**
 * The number of rows in a list: null where counting is not cheap, a function where rows are counted on demand
 * only.
 */
export type TotalCount = number | null | (() => Promise<number>);

/** One page of rows, each with the key that it is sorted by. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly totalCount: TotalCount;
  /** The sort key up to which was read, where that is beyond the last row: the next page begins there. */
  readonly readTo?: string | null;
}

/** A Relay connection as the connection types show it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: TotalCount;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

const toCursor = (key: string) => Buffer.from(key, 'utf8').toString('base64url');

/** Checks `first` (1 to 200) and `after` (a cursor that an earlier page gave). Throws BAD_USER_INPUT. */
export function readPageArguments(first: number, after: string | null | undefined): PageArguments {
  if (first < 1 || first > maxPageSize) {
    throw badUserInput(`first is ${first}: a page holds 1 to ${maxPageSize}`, { argument: 'first' });
  }
  if (after === null || after === undefined) return { first, after: null };
  const key = Buffer.from(after, 'base64url').toString('utf8');
  if (after === '' || toCursor(key) !== after) {
    throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
  }
  return { first, after: key };
}

/** Counts when it is first asked for, and once. */
export function countOnDemand(count: () => Promise<number>): () => Promise<number> {
  let counted: Promise<number> | undefined;
  return () => (counted ??= count());
}

/** A page out of rows that are all at hand and sorted by `keyOf`. */
export function pageOfAll<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  { first, after }: PageArguments,
): Page<Row> {
  const rest = after === null ? all : all.filter((row) => keyOf(row) > after);
  return { rows: rest.slice(0, first), hasNextPage: rest.length > first, totalCount: all.length };
}

/** A page out of `first + 1` rows that a store read after the cursor: the one too many says that there is more. */
export function pageOfRead<Row>(read: readonly Row[], first: number, totalCount: TotalCount): Page<Row> {
  return { rows: read.slice(0, first), hasNextPage: read.length > first, totalCount };
}

/** The connection of a page; `after` is what the page was asked for. */
export function connectionOfPage<Row, Node>(
  page: Page<Row>,
  keyOf: (row: Row) => string,
  toNode: (row: Row) => Node,
  after: string | null,
): Connection<Node> {
  const edges = page.rows.map((row) => ({ cursor: toCursor(keyOf(row)), node: toNode(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: page.readTo ? toCursor(page.readTo) : (edges.at(-1)?.cursor ?? null),
    },
    totalCount: page.totalCount,
  };
}
