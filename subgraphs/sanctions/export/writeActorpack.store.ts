import type { Model } from 'mongoose';
import { stringify } from 'yaml';
import type { ActorRecord } from '../actor/actor.record';

/**
 * The text of an ActorPack with the actors of the packs that were imported, piece by piece, as YAML 1.1, which GraphSense's
 * tools read. Actors of several packs are of the first one's title and creator.
 */
export async function* writeActorpack(actors: Model<ActorRecord>): AsyncGenerator<string> {
  const all = actors
    .find({ profile: { $ne: null } })
    .sort({ _id: 1 })
    .lean<ActorRecord>()
    .cursor();
  let any = false;
  for await (const { _id, name, aliases, profile } of all as AsyncIterable<ActorRecord>) {
    if (!profile) continue;
    const { title, creator, uri, lastmod, categories, jurisdictions, context } = profile;
    if (!any) yield yaml({ title, creator });
    const actor = {
      id: _id.slice(_id.indexOf(':') + 1),
      label: name,
      uri,
      ...(lastmod === null ? {} : { lastmod }),
      categories,
      jurisdictions,
      ...(aliases.length > 0 ? { aliases: aliases.map((alias) => alias.name) } : {}),
      ...(context === null ? {} : { context }),
    };
    yield `${any ? '' : 'actors:\n'}${yaml([actor])}`;
    any = true;
  }
  if (!any) yield yaml({ title: 'Cordon export', creator: 'Cordon', actors: [] });
}

const yaml = (value: unknown) => stringify(value, { version: '1.1', lineWidth: 0 });
