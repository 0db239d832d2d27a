import { createHash } from 'node:crypto';
import type { ProcessKnowledge } from '../../legalProcess/disclosure.rules';
import type { LegalProcessRecord } from '../../legalProcess/legalProcess.record';

/**
 * The callers that a derived row is for. A hidden basis adds duties only for those who may know of it, so
 * that derived rows of an account may differ between callers. Where they do not, its rows are for ALL.
 */
export interface Visibility {
  /** ALL, RESTRICTED (who knows of every process), `name:<name in an audience>`, or OTHERS. */
  readonly knownTo: string;
  /** Of OTHERS: the names that have rows of their own instead. */
  readonly named: readonly string[];
}

export interface Viewer {
  readonly knownTo: string;
  readonly knowledge: ProcessKnowledge;
}

const nameKey = (name: string) => `name:${name}`;

/** Returns every kind of caller for whom duties that rest on these processes may differ, OTHERS first. */
export function viewersOf(processes: readonly LegalProcessRecord[]): readonly [Viewer, ...Viewer[]] {
  // No audience has the empty name.
  const others: Viewer = { knownTo: 'OTHERS', knowledge: { restricted: false, name: '' } };
  const hidden = processes.filter(({ disclosure }) => disclosure !== 'OPEN');
  if (hidden.length === 0) return [others];
  const names = [...new Set(hidden.flatMap(({ audience }) => audience))].sort();
  return [
    others,
    { knownTo: 'RESTRICTED', knowledge: { restricted: true, name: '' } },
    ...names.map((name) => ({
      knownTo: nameKey(name),
      knowledge: { restricted: false, name },
    })),
  ];
}

/** Returns what is derived for each viewer as rows, once where all are shown the same of a group. */
export function withVisibility<Item extends object>(
  derived: ReadonlyMap<Viewer, readonly Item[]>,
  groupOf: (item: Item) => string,
): (Item & Visibility)[] {
  const groups = new Set([...derived.values()].flat().map(groupOf));
  return [...groups].sort().flatMap((group) => {
    const lists = [...derived].map(([{ knownTo }, items]) => {
      const own = items.filter((item) => groupOf(item) === group);
      return { knownTo, own, text: JSON.stringify(own) };
    });
    const others = lists.find(({ knownTo }) => knownTo === 'OTHERS') ?? lists[0];
    const differing = lists.filter(({ text }) => text !== others?.text);
    if (differing.length === 0)
      return (others?.own ?? []).map((item) => ({ ...item, knownTo: 'ALL', named: [] }));
    const named = differing.flatMap(({ knownTo }) => (knownTo.startsWith('name:') ? [knownTo.slice(5)] : []));
    return lists
      .filter(
        (list) => list.knownTo === 'OTHERS' || list.knownTo === 'RESTRICTED' || differing.includes(list),
      )
      .flatMap(({ knownTo, own }) =>
        own.map((item) => ({ ...item, knownTo, named: knownTo === 'OTHERS' ? named : [] })),
      );
  });
}

/** Returns the rows that a caller is shown, as filters of which no two match the same row. */
export function streamsOf({ restricted, name }: ProcessKnowledge): readonly RowStream[] {
  if (restricted) return [{ knownTo: 'ALL' }, { knownTo: 'RESTRICTED' }];
  return [{ knownTo: 'ALL' }, { knownTo: nameKey(name) }, { knownTo: 'OTHERS', notNaming: name }];
}

export interface RowStream {
  readonly knownTo: string;
  readonly notNaming?: string;
}

/** Returns one short text for a visibility. */
export const visibilityKey = ({ knownTo, named }: Visibility): string =>
  named.length === 0
    ? knownTo
    : `${knownTo} ${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 32)}`;
