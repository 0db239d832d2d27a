import type { Model } from 'mongoose';
import { isDeepStrictEqual } from 'node:util';
import type { SourceFacts } from '../../../../shared/subgraph/valueTypes';
import type { ActorRecord } from '../../actor/actor.record';
import { foldedWords } from '../../actor/foldName';

export interface ActorsStored {
  readonly stored: number;
  readonly duplicates: number;
}

/**
 * Stores the actors of a pack: those that are new or differ. One that a case has too keeps what the case says of it, and
 * gets what the pack says beside that.
 */
export async function storePackActors(
  actors: Model<ActorRecord>,
  batch: readonly ActorRecord[],
): Promise<ActorsStored> {
  const there = await actors.find({ _id: { $in: batch.map(({ _id }) => _id) } }).lean<ActorRecord[]>();
  const known = new Map(there.map((actor) => [actor._id, actor]));
  const wanted = new Map(batch.map((actor) => [actor._id, merged(actor, known.get(actor._id))]));
  const changed = [...wanted.values()].filter((actor) => !isDeepStrictEqual(actor, known.get(actor._id)));
  if (changed.length > 0) {
    await actors.bulkWrite(
      changed.map((actor) => ({
        replaceOne: { filter: { _id: actor._id }, replacement: actor, upsert: true },
      })) as never,
      { ordered: false },
    );
  }
  return { stored: changed.length, duplicates: batch.length - changed.length };
}

function merged(actor: ActorRecord, before: ActorRecord | undefined): ActorRecord {
  if (!before || before.origin === 'LABEL' || before.origin === 'ACTORPACK') return actor;
  const own = new Set(actor.sources.map(({ id }) => id));
  return {
    ...before,
    sources: [...before.sources.filter(({ id }) => !own.has(id)), ...actor.sources],
    profile: actor.profile ?? null,
  };
}

/** An actor that a label of a wallet names. */
export interface LabelActor {
  readonly id: string;
  readonly name: string;
  readonly source: SourceFacts;
}

/**
 * Makes actors of those that only labels name, where there is none by that id: nothing is known of them but the name and
 * who gave it. "People known by a common name" is the least that can be said of what they are.
 */
export async function registerLabelActors(
  actors: Model<ActorRecord>,
  named: readonly LabelActor[],
): Promise<number> {
  const { upsertedCount } = await actors.bulkWrite(
    named.map(({ id, name, source }) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: labelActor(name, source) }, upsert: true },
    })),
    { ordered: false },
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
