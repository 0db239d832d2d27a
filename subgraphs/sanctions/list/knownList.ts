import { CordonError } from '../../../shared/errors/cordonError';
import type { OneList } from './listedActor';
import type { ListsIndex } from './listsIndex';

/** A list that a client names. Throws UNKNOWN_LIST. */
export function knownList({ lists }: ListsIndex, id: string): OneList {
  const found = lists.find(({ list }) => list === id);
  if (found) return found;
  const there = lists.map(({ list }) => list).join(', ') || 'none';
  throw new CordonError(
    'UNKNOWN_LIST',
    `no version of the list ${JSON.stringify(id)} is imported (there is: ${there})`,
  );
}

/** The place of a version that a client names in its list. Throws UNKNOWN_LIST. */
export function placeOf(lists: ListsIndex, id: string, version: string): number {
  const { versions } = knownList(lists, id);
  const place = versions.findIndex((one) => one.version === version);
  if (place >= 0) return place;
  const [oldest, newest] = [versions[0]?.version, versions.at(-1)?.version];
  throw new CordonError(
    'UNKNOWN_LIST',
    `the version ${JSON.stringify(version)} of ${id} is not imported (there are ${versions.length}, from ${oldest} to ${newest})`,
  );
}
