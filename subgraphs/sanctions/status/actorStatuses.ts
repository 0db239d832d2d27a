import { runInTurns, type Steps } from '../../../shared/batch/steps';
import { actorStore } from '../actor/actor.store';
import { type CaseFacts, readCaseFacts } from '../caseFacts/caseFacts';
import { inForceOn } from '../designation/designation.rules';
import { designationStore } from '../designation/designation.store';
import { editionsInForce } from '../list/editionsInForce.store';
import { type ListedWalletStay, listedWalletStays } from '../list/listedWalletStays';
import { indexingLists, type ListsIndex } from '../list/listsIndex';
import { listVersionStore } from '../list/listVersion.store';
import { loadLists } from '../list/loadLists';
import type { SanctionsRecords } from '../connectSanctions';
import { linkedActors } from '../relationship/linkedActors.rules';
import { defaultLinkDepth } from '../relationship/linkPolicy';
import { stakeStore } from '../ownership/stake.store';
import { relationshipStore } from '../relationship/relationship.store';

/**
 * The status of an actor: its designations today, and the actors linked to it by the policy, itself first.
 */
export interface ActorStatus {
  readonly actorId: string;
  readonly designationIds: readonly string[];
  readonly linkedActorIds: readonly string[];
}

/** The statuses of actors by lists and cases, for the databases that keep a copy: one state of them. */
export interface ActorStatuses {
  /** `<list>@<version>`, those in force. */
  readonly versions: readonly string[];
  readonly stays: readonly ListedWalletStay[];
  /** Of every actor that is designated, or linked to another. */
  readonly actors: readonly ActorStatus[];
}

/**
 * Returns the text of the lists and cases in force, and the day. It changes when one is published or loaded,
 * and each day, as dated designations begin and end.
 */
export async function statusEditions(records: SanctionsRecords, today: string): Promise<string> {
  return `${await editionsInForce(records)()}\n\n${today}`;
}

/** Reads all of it. Cost: the lists, once, and the links of each actor on them: some seconds, some 300 MB. */
export async function readActorStatuses(records: SanctionsRecords, today: string): Promise<ActorStatuses> {
  const lists = await runInTurns(indexingLists(await loadLists(listVersionStore(records), []), []));
  return {
    versions: lists.versions.map(({ _id }) => _id),
    stays: listedWalletStays(lists.lists),
    actors: await statusesOf(records, lists, today),
  };
}

async function statusesOf(
  records: SanctionsRecords,
  lists: ListsIndex,
  today: string,
): Promise<ActorStatus[]> {
  const cases = await readCaseFacts(await actorStore(records.actors).screened(), {
    designations: designationStore(records.designations),
    relationships: relationshipStore(records.relationships),
    stakes: stakeStore(records.stakes),
  });
  return runInTurns(readingStatuses(lists, cases, today));
}

/** Actors are looked at so many in one step. */
const actorsAtATime = 50;

function* readingStatuses(lists: ListsIndex, cases: CaseFacts, today: string): Steps<ActorStatus[]> {
  const ids = [...new Set([...lists.actorIds, ...cases.actors.keys()])].sort();
  const relationshipsOf = (id: string) => [...cases.relationshipsOf(id), ...lists.relationships(id)];
  const statuses: ActorStatus[] = [];
  for (const [at, actorId] of ids.entries()) {
    if (at % actorsAtATime === 0) yield;
    const all = [...lists.designations(actorId), ...cases.designations.ofActor(actorId)];
    const designationIds = inForceOn(all, today).map(({ _id }) => _id);
    const links = linkedActors(actorId, defaultLinkDepth, relationshipsOf);
    if (designationIds.length === 0 && links.length < 2) continue;
    statuses.push({
      actorId,
      designationIds: designationIds.sort(),
      linkedActorIds: links.map((link) => link.actorId),
    });
  }
  return statuses;
}
