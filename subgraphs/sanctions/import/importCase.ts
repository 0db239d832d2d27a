import { join } from 'node:path';
import type { z } from 'zod';
import { CaseError } from '../../../shared/case/caseError';
import { type CaseFolder, openCaseFolder } from '../../../shared/case/caseFolder';
import {
  type CaseRecords,
  caseRecords,
  type CaseReport,
  type CaseTask,
  loadCase,
} from '../../../shared/case/loadCase';
import { replaceById } from '../../../shared/mongo/replaceById';
import { readYaml } from '../../../shared/case/readYaml';
import { matchKey, publishedWallet } from '../../../shared/caip/wallet';
import type { ActorRecord } from '../actor/actor.record';
import { foldedWords } from '../vocabulary/foldName';
import type { DesignationRecord } from '../designation/designation.record';
import type { SanctionsRecords } from '../connectSanctions';
import type { RelationshipRecord } from '../relationship/relationship.record';
import { wholeShare } from '../ownership/ownership.rules';
import type { StakeRecord } from '../ownership/stake.record';
import { storeCaseActors } from './actorpack/storeActors.store';
import { actorsForm } from '../actor/actor.case';
import { stakesForm } from '../ownership/stake.case';
import { relationshipsForm } from '../relationship/relationship.case';

type CaseActor = z.output<typeof actorsForm>[number];

/** Loads what a case says of actors, their designations and relationships. Throws CaseError and writes nothing. */
export function importCase(
  records: SanctionsRecords,
  folder: string,
  task: CaseTask = 'store',
): Promise<CaseReport> {
  const edition = openCaseFolder(folder);
  return loadCase(edition, records.loadedCases, { collect: () => readRecords(edition, records), task });
}

function readRecords(edition: CaseFolder, records: SanctionsRecords): CaseRecords[] {
  const actors = readYaml(edition.folder, 'actors.yaml', actorsForm);
  const relationships = readYaml(edition.folder, 'relationships.yaml', relationshipsForm);
  const stakes = readYaml(edition.folder, 'stakes.yaml', stakesForm);
  const known = new Set(actors.map(({ id }) => id));
  const needKnown = (file: string, id: string) => {
    if (!known.has(id)) throw new CaseError(`${join(edition.folder, file)}: ${id} is not in actors.yaml`);
  };
  for (const { from, to } of relationships)
    for (const end of [from, to]) needKnown('relationships.yaml', end);
  for (const { owner, owned } of stakes) for (const end of [owner, owned]) needKnown('stakes.yaml', end);
  return [
    caseRecords(
      'actors',
      actors.map((actor) => actorRecord(actor, edition)),
      (batch) => storeCaseActors(records.actors, batch, edition.name),
    ),
    caseRecords(
      'designations',
      actors.flatMap((actor) => designationRecords(actor, edition)),
      (batch) => replaceById(records.designations, batch),
    ),
    caseRecords(
      'relationships',
      relationships.map(({ from, to, sources, ...rest }): RelationshipRecord => ({
        ...rest,
        _id: `${edition.name}:${from}:${rest.kind}:${to}`,
        fromId: from,
        toId: to,
        sources: sources.map((id) => edition.source(id)),
      })),
      (batch) => replaceById(records.relationships, batch),
    ),
    caseRecords(
      'stakes',
      stakes.map((stake, i) => stakeRecord(stake, i, edition)),
      (batch) => replaceById(records.stakes, batch),
    ),
  ];
}

/** Several sources may say different shares of one pair: the place in the file tells them apart. */
function stakeRecord(
  stake: z.output<typeof stakesForm>[number],
  i: number,
  edition: CaseFolder,
): StakeRecord {
  const { owner, owned, percent, atLeast = 0, atMost = wholeShare, sources, ...dates } = stake;
  return {
    ...dates,
    _id: `${edition.name}:${owner}:owns:${owned}:${i}`,
    ownerId: owner,
    ownedId: owned,
    least: percent ?? atLeast,
    most: percent ?? atMost,
    sources: sources.map((id) => edition.source(id)),
  };
}

function actorRecord({ id, kind, name, aliases, sources }: CaseActor, edition: CaseFolder): ActorRecord {
  return {
    _id: id,
    kind,
    name,
    aliases,
    searchWords: [...new Set([name, ...aliases.map((alias) => alias.name)].flatMap(foldedWords))],
    sources: sources.map((source) => edition.source(source)),
  };
}

function designationRecords({ id, designations }: CaseActor, edition: CaseFolder): DesignationRecord[] {
  return designations.map(({ addresses, source, ...designation }) => ({
    ...designation,
    _id: `${edition.name}:${designation.list}:${designation.entry}`,
    actorId: id,
    addresses: addresses.map(({ address, from }) => listedAddress(address, from, designation.list)),
    source: edition.source(source),
  }));
}

function listedAddress(published: string, from: string | null, list: string) {
  const wallet = publishedWallet(list, published);
  return { published, walletId: wallet.id, matchKey: matchKey(wallet), from };
}
