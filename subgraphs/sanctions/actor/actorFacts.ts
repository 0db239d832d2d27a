import { listSource } from '../list/listDesignation.rules';
import { type ListedEntry, newestOf } from '../list/listedActor';
import type { ListAlias, ListBirth } from '../list/listEntry';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { ActorProfile, ActorRecord } from './actor.record';

/** Another name of an actor as clients see it: what several sources say of one name, together. */
export interface AliasFacts extends Pick<ListAlias, 'name' | 'strength' | 'kind' | 'script'> {
  readonly births: readonly ListBirth[];
  readonly birthPlaces: readonly string[];
  readonly notes: readonly string[];
}

/** An actor as clients see it: what lists and cases say of it, together. */
export interface ActorFacts {
  readonly _id: string;
  readonly kind: ActorRecord['kind'];
  readonly name: string;
  readonly aliases: readonly AliasFacts[];
  readonly sources: readonly SourceFacts[];
  /** The facts of its ActorPack; null without one. */
  readonly profile: ActorProfile | null;
  /** Its entries in the lists; empty for an actor that only a case names. */
  readonly listed: readonly ListedEntry[];
}

const foldName = (name: string) => name.normalize('NFKC').toLowerCase();

/**
 * One actor from the entries of lists and the record of a case, of which there is at least one. The list's name comes
 * first: it is the published one. A case adds the aliases that the lists do not have, and says what a list that knows
 * no groups calls an organisation.
 */
export function actorOf(
  id: string,
  listed: readonly ListedEntry[],
  known: ActorRecord | undefined,
): ActorFacts | null {
  const [first] = listed;
  if (!first)
    return known
      ? { ...known, aliases: mergeAliases(known.aliases), profile: known.profile ?? null, listed }
      : null;
  // A label of a wallet can name any id: of an actor on a list it says nothing that could be added.
  const stored = known?.origin === 'LABEL' ? undefined : known;
  const { kind, name } = first.entry;
  const others = [...listed.slice(1).map(({ entry }) => entry.name), ...(stored ? [stored.name] : [])];
  const aliases = mergeAliases([
    ...listed.flatMap(({ entry }) => entry.aliases),
    ...others.filter((other) => foldName(other) !== foldName(name)).map(asAlias),
    ...(stored?.aliases ?? []),
  ]);
  return {
    _id: id,
    kind: kind === 'ORGANISATION' && stored?.kind === 'GROUP' ? 'GROUP' : kind,
    name,
    aliases,
    sources: [...listed.map(sourceOf), ...(stored?.sources ?? [])],
    profile: stored?.profile ?? null,
    listed,
  };
}

/** Each name once, as the first source marks it, with what every source says of it. */
function mergeAliases(aliases: readonly ListAlias[]): AliasFacts[] {
  const byName = new Map<string, ListAlias[]>();
  for (const alias of aliases) {
    const same = byName.get(foldName(alias.name));
    if (same) same.push(alias);
    else byName.set(foldName(alias.name), [alias]);
  }
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { name, strength, kind, script } = first;
    const births = new Map(same.flatMap((one) => (one.births ?? []).map((birth) => [birth.text, birth])));
    return {
      name,
      strength,
      kind,
      script,
      births: [...births.values()],
      birthPlaces: [...new Set(same.flatMap((one) => one.birthPlaces ?? []))],
      notes: [...new Set(same.flatMap((one) => one.note ?? []))],
    };
  });
}

const asAlias = (name: string): ListAlias => ({ name, strength: 'STRONG', kind: 'AKA', script: 'Latn' });

/** The version that an actor's facts are from: the newest that has it. */
export function sourceOf({ of, runs }: ListedEntry): SourceFacts {
  return listSource(of.versions[runs.at(-1)?.last ?? 0] ?? newestOf(of));
}
