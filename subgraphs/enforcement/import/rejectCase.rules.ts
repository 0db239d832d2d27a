import { CaseError } from '../../../shared/case/caseError';
import type { VenueFact } from '../venue/venue.facts';
import type { ProjectedRow } from '../projection/projection';
import { type CaseView, caseViews, type CasePlan, droppedRows, factsOf, isOldNews } from './planCase';

/** A record of somebody else, with the facts of the case on which it depends. */
export interface ExternalDependent {
  readonly what: string;
  readonly recordedBy: number;
  /** The ids of accounts and processes. */
  readonly dependsOn: readonly string[];
}

export interface CaseInLedger extends Pick<CasePlan, 'facts' | 'there'> {
  readonly externalDependents: readonly ExternalDependent[];
}

/**
 * Rejects an edition that would take over another's records, or undo changes made since the case's last
 * edition. Each account, venue and record belongs to one case or to none, and a person's act is undone by a
 * person.
 * @throws CaseError that names all of them
 */
export function rejectCase(name: string, given: CaseInLedger): void {
  const problems = [
    ...caseViews.flatMap((view) => takingOver(name, view, given)),
    ...caseViews.flatMap((view) => undoing(name, view, given)),
    ...brokenDependents(name, given),
  ];
  if (problems.length > 0) throw new CaseError(problems.join('\n'));
}

function takingOver(name: string, view: CaseView, { facts, there }: CaseInLedger): string[] {
  return factsOf(facts, view).flatMap(({ id, fact }) => {
    const row = there[view].get(id);
    if (!row || row.retracted || row.caseName === name || sameVenue(fact, row)) return [];
    const owner = row.caseName
      ? `the case ${JSON.stringify(row.caseName)}`
      : `event ${row.recordedBy} of the ledger`;
    return [
      `${view}: ${id} is there already, from ${owner}: the case ${JSON.stringify(name)} cannot replace it`,
    ];
  });
}

/** Two cases may have accounts at one venue, where they say the same of it. */
function sameVenue(fact: object, row: ProjectedRow): boolean {
  const venue = row as ProjectedRow & Partial<Pick<VenueFact, 'name' | 'illustrative'>>;
  return (
    'name' in fact &&
    'illustrative' in fact &&
    fact.name === venue.name &&
    fact.illustrative === venue.illustrative
  );
}

function undoing(name: string, view: CaseView, given: CaseInLedger): string[] {
  const changed = factsOf(given.facts, view).flatMap(({ id, fact }) => {
    const row = given.there[view].get(id);
    return row?.caseName === name && row.changedSince && !isOldNews(fact, row, name) ? [row] : [];
  });
  const dropped = droppedRows(name, view, given).filter((row) => row.changedSince);
  return [...changed, ...dropped].map(
    ({ _id, changedSince }) =>
      `${view}: ${_id} was changed by event ${changedSince} of the ledger, and an edition cannot undo that. Leave it in the case as it was before, and change it by a command`,
  );
}

/** Records of others rest on facts that the edition changes or drops: they would not be decided again. */
function brokenDependents(name: string, { facts, there, externalDependents }: CaseInLedger): string[] {
  const reworded = factsOf(facts, 'processes').filter(({ id, fact }) => {
    const row = there.processes.get(id);
    return row && !isOldNews(fact, row, name);
  });
  const gone = (['processes', 'accounts'] as const).flatMap((view) =>
    droppedRows(name, view, { facts, there }),
  );
  const pulled = new Set([...reworded.map(({ id }) => id), ...gone.map(({ _id }) => _id)]);
  return externalDependents.flatMap(({ what, recordedBy, dependsOn }) =>
    dependsOn
      .filter((id) => pulled.has(id))
      .map(
        (id) =>
          `${id} cannot be changed or dropped by an edition: ${what} of event ${recordedBy} of the ledger depends on it`,
      ),
  );
}
