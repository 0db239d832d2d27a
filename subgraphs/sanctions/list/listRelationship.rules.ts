import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { EvidenceKind, RelationshipKind } from '../vocabulary/relationshipKinds';
import { dayBefore } from './day';
import { listSource } from './listDesignation.rules';
import { type ListedEntry, newestOf } from './listedActor';
import type { ListEntry, ListLink } from './listEntry';

/** The actor of an entry number beside an entry: ids are `<where from>:<number>`. */
export const actorBeside = ({ actorId, entry }: ListEntry, number: string) =>
  actorId.slice(0, actorId.length - entry.length) + number;

/** A relationship that a list says, in the form of a stored one. */
export interface ListRelationship {
  readonly _id: string;
  readonly kind: RelationshipKind;
  readonly fromId: string;
  readonly toId: string;
  readonly confidence: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly validFromText: string | null;
  readonly validToText: string | null;
  readonly evidence: EvidenceKind;
  readonly disputed: boolean;
  readonly sources: SourceFacts[];
}

/**
 * Returns the relationships of the lists, by the actors at both ends. A link to an entry that no imported
 * list has is omitted here; it stays among the entry's links. Links of a former entry ended with it.
 */
export function linksOfEntries(
  listed: readonly ListedEntry[],
  isKnown: (actorId: string) => boolean,
): Map<string, ListRelationship[]> {
  const byActor = new Map<string, ListRelationship[]>();
  const seen = new Set<string>();
  const note = (actorId: string, relationship: ListRelationship) => {
    const same = byActor.get(actorId);
    if (same) same.push(relationship);
    else byActor.set(actorId, [relationship]);
  };
  for (const one of listed) {
    for (const link of one.entry.links) {
      if (link.toEntry === null) continue;
      const toId = actorBeside(one.entry, link.toEntry);
      const relationship = relationshipOf(one, link, toId);
      if (!isKnown(toId) || seen.has(relationship._id)) continue;
      seen.add(relationship._id);
      note(one.entry.actorId, relationship);
      if (toId !== one.entry.actorId) note(toId, relationship);
    }
  }
  return byActor;
}

/** The same link over another time is another relationship: one that ended must not hide one that holds. */
const timeOf = ({ from, to }: ListLink) =>
  from === undefined && to === undefined ? '' : `@${from ?? '..'}/${to ?? '..'}`;

/** The confidence of a list's own relationships: 100 on GraphSense's scale. */
const listConfidence = 100;

function relationshipOf(
  { of, entry, runs, current }: ListedEntry,
  link: ListLink,
  toId: string,
): ListRelationship {
  const kind = link.kind ?? 'LINKED_TO';
  const last = runs.at(-1)?.last ?? 0;
  const gone = of.versions[last + 1]?.version;
  const until = current || gone === undefined ? undefined : dayBefore(gone);
  const validTo = [link.to, until].filter((end) => end !== undefined).sort()[0] ?? null;
  return {
    _id: `${entry.list}:${entry.actorId}:${kind}:${toId}${timeOf(link)}`,
    kind,
    fromId: entry.actorId,
    toId,
    confidence: listConfidence,
    // A month or a year is no day.
    validFrom: link.fromText === undefined ? (link.from ?? null) : null,
    validTo,
    validFromText: link.fromText ?? null,
    validToText: validTo === link.to ? (link.toText ?? null) : null,
    evidence: 'LIST_DATA',
    disputed: false,
    sources: [listSource(of.versions[last] ?? newestOf(of))],
  };
}
