import type { ActorRecord } from '../actor/actor.record';
import type { ListEntry } from '../list/listEntry';

/** An actor of a case in the form of a list entry, so that names are screened against it in the same way. */
export function caseEntry({ _id, kind, name, aliases }: ActorRecord): ListEntry {
  return {
    list: 'case',
    entry: _id,
    actorId: _id,
    kind,
    name,
    aliases,
    programmes: [],
    listedOn: null,
    title: null,
    births: [],
    birthPlaces: [],
    nationalities: [],
    genders: [],
    identifiers: [],
    addresses: [],
    wallets: [],
    links: [],
    remarks: [],
  };
}
