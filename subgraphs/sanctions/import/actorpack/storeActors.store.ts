import type { Model } from 'mongoose';
import { replaceById } from '../../../../shared/mongo/replaceById';
import { unordered } from '../../../../shared/mongo/unordered';
import { isDeepStrictEqual } from 'node:util';
import type { SourceFacts } from '../../../../shared/subgraph/valueTypes';
import type { ActorProfile, ActorRecord } from '../../actor/actor.record';
import { foldedWords } from '../../vocabulary/foldName';
import { scriptOf } from '../../list/scriptOf';

export interface ActorsStored {
  readonly stored: number;
  readonly duplicates: number;
}

/**
 * Stores the actors of a pack: those that are new or differ. One that a case has too keeps what the case says of it, and
 * gets what the pack says beside that. One that another pack has keeps that pack's name and profile, and gets the names
 * and the source of this one.
 */
export async function storePackActors(
  actors: Model<ActorRecord>,
  batch: readonly ActorRecord[],
): Promise<ActorsStored> {
  const there = await actors.find({ _id: { $in: batch.map(({ _id }) => _id) } }).lean<ActorRecord[]>();
  const known = new Map(there.map((actor) => [actor._id, actor]));
  const wanted = new Map(batch.map((actor) => [actor._id, merged(actor, known.get(actor._id))]));
  const changed = [...wanted.values()].filter((actor) => !isDeepStrictEqual(actor, known.get(actor._id)));
  if (changed.length > 0) await replaceById(actors, changed);
  return { stored: changed.length, duplicates: batch.length - changed.length };
}

function merged(actor: ActorRecord, before: ActorRecord | undefined): ActorRecord {
  if (!before || before.origin === 'LABEL') return actor;
  const own = new Map(actor.sources.map((source) => [source.id, source]));
  const isOfOthers = before.sources.some(({ id }) => !own.has(id));
  if (before.origin === 'ACTORPACK' && !isOfOthers) return actor;
  const there = new Set(before.sources.map(({ id }) => id));
  const sources = [
    ...before.sources.map((source) => own.get(source.id) ?? source),
    ...actor.sources.filter(({ id }) => !there.has(id)),
  ];
  const isOwnProfile = !before.profile || isOfSamePack(before.profile, actor.profile);
  const profile = isOwnProfile ? (actor.profile ?? null) : before.profile;
  if (before.origin !== 'ACTORPACK') return { ...before, sources, profile };
  const { kind, name } = isOwnProfile ? actor : before;
  const aliases = withNames(name, [
    ...before.aliases,
    asAlias(before.name),
    asAlias(actor.name),
    ...actor.aliases,
  ]);
  return {
    ...before,
    kind,
    name,
    aliases,
    searchWords: [...new Set([name, ...aliases.map((alias) => alias.name)].flatMap(foldedWords))],
    sources,
    profile,
  };
}

const isOfSamePack = (one: ActorProfile, other: ActorProfile | null | undefined) =>
  one.title === other?.title && one.creator === other.creator;

type Alias = ActorRecord['aliases'][number];

const asAlias = (name: string): Alias => ({ name, strength: 'STRONG', kind: 'AKA', script: scriptOf(name) });

/** Each name once, and not the one that it goes by. */
function withNames(name: string, aliases: readonly Alias[]): Alias[] {
  const known = new Set([name]);
  return aliases.filter((alias) => !known.has(alias.name) && known.add(alias.name));
}

/**
 * Stores the actors of a case's edition. Keeps facts from packs and other cases beside them: their sources,
 * and a pack's profile.
 */
export async function storeCaseActors(
  actors: Model<ActorRecord>,
  batch: readonly ActorRecord[],
  caseName: string,
): Promise<void> {
  const there = await actors.find({ _id: { $in: batch.map(({ _id }) => _id) } }).lean<ActorRecord[]>();
  const known = new Map(there.map((actor) => [actor._id, actor]));
  await replaceById(
    actors,
    batch.map((actor) => besideOthers(actor, known, caseName)),
  );
}

function besideOthers(
  actor: ActorRecord,
  known: ReadonlyMap<string, ActorRecord>,
  caseName: string,
): ActorRecord {
  const before = known.get(actor._id);
  if (!before || before.origin === 'LABEL') return actor;
  const others = before.sources.filter(({ id }) => !id.startsWith(`${caseName}:`));
  return { ...actor, sources: [...actor.sources, ...others], profile: before.profile ?? null };
}

/** An actor that a label of a wallet names. */
export interface LabelActor {
  readonly id: string;
  readonly name: string;
  readonly source: SourceFacts;
}

/**
 * Makes actors of owners that only labels name, where the id is new. Only the name is known, and its giver.
 * "People known by a common name" is the most general kind.
 */
export async function registerLabelActors(
  actors: Model<ActorRecord>,
  named: readonly LabelActor[],
): Promise<number> {
  const { upsertedCount } = await actors.bulkWrite(
    named.map(({ id, name, source }) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: labelActor(name, source) }, upsert: true },
    })),
    unordered,
  );
  return upsertedCount;
}

const labelActor = (name: string, source: SourceFacts): Omit<ActorRecord, '_id'> => ({
  kind: 'GROUP',
  name,
  aliases: [],
  searchWords: foldedWords(name),
  sources: [{ publisher: null, publishedOn: null, url: null, quote: null, ...source }],
  origin: 'LABEL',
  profile: null,
});
