import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { dayBefore } from './day';
import { listSource } from './listDesignation.rules';
import { type ListedEntry, newestOf } from './listedActor';
import { actorBeside } from './listRelationship.rules';

/** A stake that a list gives, in the form of a stored one. */
export interface ListStake {
  readonly _id: string;
  readonly ownerId: string;
  readonly ownedId: string;
  readonly least: number;
  readonly most: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly sources: SourceFacts[];
}

/**
 * Returns the stakes of the lists, by the owned actor. Stakes in a former entry ended with it. A stake of an
 * owner that no imported list has is omitted here: it stays among the links of the entry.
 */
export function stakesOfEntries(
  listed: readonly ListedEntry[],
  isKnown: (actorId: string) => boolean,
): Map<string, ListStake[]> {
  const byOwned = new Map<string, ListStake[]>();
  for (const one of listed) {
    for (const [place, link] of one.entry.links.entries()) {
      if (!link.share || link.toEntry === null) continue;
      const ownerId = actorBeside(one.entry, link.toEntry);
      if (!isKnown(ownerId)) continue;
      const { of, entry, runs, current } = one;
      const last = runs.at(-1)?.last ?? 0;
      const gone = of.versions[last + 1]?.version;
      const ends = [link.to, current || gone === undefined ? undefined : dayBefore(gone)];
      const stake: ListStake = {
        _id: `${entry.list}:${entry.actorId}:owned:${ownerId}:${place}`,
        ownerId,
        ownedId: entry.actorId,
        least: link.share.least,
        most: link.share.most,
        validFrom: link.from ?? null,
        validTo: ends.filter((end) => end !== undefined).sort()[0] ?? null,
        sources: [listSource(of.versions[last] ?? newestOf(of))],
      };
      const same = byOwned.get(entry.actorId);
      if (same) same.push(stake);
      else byOwned.set(entry.actorId, [stake]);
    }
  }
  return byOwned;
}
