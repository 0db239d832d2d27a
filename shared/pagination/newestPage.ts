import { badUserInput } from '../errors/cordonError';
import { type Connection, connectionOfPage, pageOfRead, readPageArguments } from './page';

/** The place of a row among all, the newest first. */
export interface StartPlace {
  readonly startedAt: Date;
  readonly id: string;
}

interface Started {
  readonly _id: string;
  readonly startedAt: Date;
}

/** How a page is asked for, and where it comes from. */
export interface NewestPage<Row, Node> {
  readonly first: number;
  readonly after: string | null | undefined;
  /** Reads rows before a place (null: all), the newest first: `limit` at most. */
  newest(after: StartPlace | null, limit: number): Promise<readonly Row[]>;
  toNode(row: Row): Node;
}

/** Returns a page of rows, the newest first, without their count. @throws CordonError BAD_USER_INPUT */
export async function newestPage<Row extends Started, Node>({
  first,
  after,
  newest,
  toNode,
}: NewestPage<Row, Node>): Promise<Connection<Node>> {
  const page = readPageArguments(first, after);
  const read = await newest(parsePlace(page.after), first + 1);
  return connectionOfPage(pageOfRead(read, first, null), placeKey, toNode, page.after);
}

const placeKey = ({ startedAt, _id }: Started): string => `${startedAt.toISOString()} ${_id}`;

function parsePlace(key: string | null): StartPlace | null {
  if (key === null) return null;
  const [time = '', id = ''] = key.split(' ');
  const startedAt = new Date(time);
  if (Number.isNaN(startedAt.getTime()) || id === '')
    throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
  return { startedAt, id };
}
