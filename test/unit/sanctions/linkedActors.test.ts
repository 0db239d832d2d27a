import fc from 'fast-check';
import { linkedActors } from '../../../subgraphs/sanctions/relationship/linkedActors.rules';
import type { RelationshipRecord } from '../../../subgraphs/sanctions/relationship/relationship.record';
import { relationshipKinds } from '../../../subgraphs/sanctions/vocabulary/relationshipKinds';

type Edge = Pick<RelationshipRecord, 'kind' | 'fromId' | 'toId'>;

const record = ({ kind, fromId, toId }: Edge): RelationshipRecord => ({
  _id: `${fromId} ${kind} ${toId}`,
  kind,
  fromId,
  toId,
  confidence: 90,
  evidence: 'STATEMENT',
  disputed: false,
  sources: [],
});

const relationshipsIn = (edges: readonly RelationshipRecord[]) => (id: string) =>
  edges.filter(({ fromId, toId }) => fromId === id || toId === id);

const linksIn = (edges: readonly Edge[], start: string, depth = 3) =>
  linkedActors(start, depth, relationshipsIn(edges.map(record)));

const idsIn = (edges: readonly Edge[], start: string, depth?: number) =>
  linksIn(edges, start, depth)
    .map(({ actorId }) => actorId)
    .sort();

/** The same rule, written as a fixed point over distances: relaxes every edge until nothing changes. */
function distances(edges: readonly Edge[], start: string, depth: number): Map<string, number> {
  const found = new Map([[start, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    const relax = (from: string, to: string, cost: number) => {
      const reached = (found.get(from) ?? Infinity) + cost;
      if (reached <= depth && reached < (found.get(to) ?? Infinity)) {
        found.set(to, reached);
        changed = true;
      }
    };
    for (const { kind, fromId, toId } of edges) {
      if (['OWNED_OR_CONTROLLED_BY', 'ACTING_FOR', 'SUBORDINATE_TO'].includes(kind)) relax(toId, fromId, 1);
      if (kind === 'AFFILIATED_WITH')
        for (const [a, b] of [
          [fromId, toId],
          [toId, fromId],
        ] as const)
          relax(a, b, 1);
      if (kind === 'SAME_AS')
        for (const [a, b] of [
          [fromId, toId],
          [toId, fromId],
        ] as const)
          relax(a, b, 0);
    }
  }
  return found;
}

const edges = fc.array(
  fc.record({
    kind: fc.constantFrom(...relationshipKinds),
    fromId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    toId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  }),
  { maxLength: 14 },
);

describe('linked actors', () => {
  it('begins with the actor itself, at depth 0', () => {
    expect(linksIn([], 'a')).toEqual([{ actorId: 'a', depth: 0, path: [] }]);
  });

  it('goes down to those that it controls, not up to a parent nor down again to its siblings', () => {
    const family: Edge[] = [
      { kind: 'OWNED_OR_CONTROLLED_BY', fromId: 'trb', toId: 'rgb' },
      { kind: 'OWNED_OR_CONTROLLED_BY', fromId: 'sibling', toId: 'rgb' },
      { kind: 'SUBORDINATE_TO', fromId: '110th', toId: 'trb' },
    ];
    expect(idsIn(family, 'trb')).toEqual(['110th', 'trb']);
    expect(idsIn(family, 'rgb')).toEqual(['110th', 'rgb', 'sibling', 'trb']);
  });

  it('goes across an affiliation both ways, and not by family or support', () => {
    const around: Edge[] = [
      { kind: 'AFFILIATED_WITH', fromId: 'lazarus', toId: 'trb' },
      { kind: 'PROVIDING_SUPPORT_TO', fromId: 'tian', toId: 'lazarus' },
      { kind: 'FAMILY_OF', fromId: 'brother', toId: 'trb' },
    ];
    expect(idsIn(around, 'trb')).toEqual(['lazarus', 'trb']);
    expect(idsIn(around, 'lazarus')).toEqual(['lazarus', 'trb']);
  });

  it('follows a disputed relationship, and shows that it is disputed', () => {
    const disputed = { ...record({ kind: 'AFFILIATED_WITH', fromId: 'a', toId: 'b' }), disputed: true };
    const links = linkedActors('a', 3, relationshipsIn([disputed]));
    expect(links.map(({ actorId, path }) => [actorId, path[0]?.disputed])).toEqual([
      ['a', undefined],
      ['b', true],
    ]);
  });

  it('finds whom an independent fixed point finds, at the same depth, by a path that is one', () => {
    fc.assert(
      fc.property(edges, fc.integer({ min: 0, max: 4 }), (given, depth) => {
        const links = linksIn(given, 'a', depth);
        expect(new Map(links.map((link) => [link.actorId, link.depth]))).toEqual(
          distances(given, 'a', depth),
        );
        for (const link of links) {
          let here = 'a';
          for (const { fromId, toId } of link.path) here = fromId === here ? toId : fromId;
          expect(here).toBe(link.actorId);
          expect(link.path.filter(({ kind }) => kind !== 'SAME_AS')).toHaveLength(link.depth);
        }
        expect(links.map(({ depth: at }) => at)).toEqual(
          [...links.map(({ depth: at }) => at)].sort((x, y) => x - y),
        );
      }),
    );
  });
});
