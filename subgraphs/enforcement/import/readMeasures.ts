import type { z } from 'zod';
import type { CaseFolder } from '../../../shared/case/caseFolder';
import { type CaseFile, readYamlFile } from '../../../shared/case/readYaml';
import { measureContent } from '../ledger/apply/measures';
import { processContent } from '../ledger/apply/processes';
import { designationKinds } from '../legalProcess/legalProcessKinds';
import type { MeasureFact, ProcessFact, VenueFact } from '../ledger/facts';
import { measureProblems } from '../measure/basis.rules';
import { assetProblem } from './assetProblem';
import { measuresForm, type Moment, processesForm } from './caseForms';
import { momentsOf } from './caseMoments';
import { type CaseProblems, findDoubles } from './caseProblems';
import { type CaseAccounts, venueOfAccount } from './readAccounts';
import { sourceFact } from '../ledger/sourceFact';

export interface CaseMeasures {
  readonly processes: readonly ProcessFact[];
  readonly measures: readonly MeasureFact[];
}

type ProcessesFile = CaseFile<z.output<typeof processesForm>>;
type MeasuresFile = CaseFile<z.output<typeof measuresForm>>;

/** Reads legal processes and the measures that rest on them, and checks that each basis was valid at the act. */
export function readMeasures(
  edition: CaseFolder,
  { accounts, venues }: CaseAccounts,
  problems: CaseProblems,
): CaseMeasures {
  const processesFile = readYamlFile(edition.folder, 'processes.yaml', processesForm);
  const measuresFile = readYamlFile(edition.folder, 'measures.yaml', measuresForm);
  findDoubles(processesFile.data, (i) => processesFile.at(i), problems);
  findDoubles(measuresFile.data, (i) => measuresFile.at(i), problems);
  const knownAccounts = new Set(accounts.map(({ id }) => id));
  const processes = processFacts({ edition, file: processesFile, venues, knownAccounts }, problems);
  const measures = measureFacts({ edition, file: measuresFile, venues }, processesFile);
  checkMeasures({ measuresFile, measures, processes, knownAccounts }, problems);
  return { processes, measures };
}

const text = (at: Date | null) => at?.toISOString() ?? null;

interface Given<File> {
  readonly edition: CaseFolder;
  readonly file: File;
  readonly venues: readonly VenueFact[];
}

function processFacts(
  { edition, file, venues, knownAccounts }: Given<ProcessesFile> & Pick<ReadMeasures, 'knownAccounts'>,
  problems: CaseProblems,
): ProcessFact[] {
  return file.data.map(({ id, source, law, ...given }, i) => {
    const { issued: _issued, served: _served, effective: _effective, expiry: _expiry, ...process } = given;
    const read = momentsOf([withLaw({ ...process, law })], process.scope[0], venues);
    const at = (moment: Moment | null) => (moment === null ? null : read(moment));
    const [issued, served, effective, expiry] = [
      at(given.issued),
      at(given.served),
      at(given.effective),
      at(given.expiry),
    ];
    if (law !== undefined && !designationKinds.includes(process.kind))
      problems.add(file.at(i, 'law'), `a ${process.kind} takes no law: only a designation is under one`);
    if (law === undefined && process.kind === 'SANCTIONS_DESIGNATION')
      problems.add(file.at(i), `${id} names no law: a SANCTIONS_DESIGNATION needs it`);
    process.scope.forEach((account, at) => {
      if (!knownAccounts.has(account))
        problems.add(file.at(i, 'scope', at), `${account} is not in accounts.yaml`);
    });
    checkAssets(process.assets, (at) => file.at(i, 'assets', at), problems);
    if (served && expiry && expiry <= served) {
      problems.add(file.at(i, 'expiry'), `${id} had expired when it was served`);
    }
    return {
      ...process,
      ...(law === undefined ? {} : { law }),
      id: `${edition.name}:${id}`,
      issued: text(issued),
      served: text(served),
      effective: text(effective),
      expiry: text(expiry),
      withdrawn: false,
      mayNotify: process.disclosure === 'OPEN',
      audience: [],
      source: sourceFact(edition.source(source)),
    };
  });
}

const withLaw = <Process extends { readonly law?: string | undefined }>({ law, ...process }: Process) => ({
  ...process,
  ...(law === undefined ? {} : { law }),
});

function measureFacts(
  { edition, file, venues }: Given<MeasuresFile>,
  processesFile: ProcessesFile,
): MeasureFact[] {
  const processById = new Map(processesFile.data.map((process) => [process.id, process]));
  const basesOf = (ids: readonly string[]) =>
    ids.map((id) => processById.get(id)).filter((process) => process !== undefined);
  return file.data.map(({ id, account, processes, source, from, to, ...rest }) => {
    const read = momentsOf(basesOf(processes).map(withLaw), account, venues);
    return {
      ...rest,
      id: `${edition.name}:${id}`,
      accountId: account,
      venueId: venueOfAccount(account),
      from: read(from).toISOString(),
      to: text(to === null ? null : read(to)),
      processIds: processes.map((basis) => `${edition.name}:${basis}`),
      claimIds: [],
      emergency: false,
      source: sourceFact(edition.source(source)),
    };
  });
}

/** An asset in another spelling would be reached by nothing. */
function checkAssets(
  assets: readonly string[] | null,
  placeOf: (at: number) => string,
  problems: CaseProblems,
): void {
  assets?.forEach((asset, at) => {
    const problem = assetProblem(asset);
    if (problem) problems.add(placeOf(at), problem);
  });
}

interface ReadMeasures extends CaseMeasures {
  readonly measuresFile: MeasuresFile;
  readonly knownAccounts: ReadonlySet<string>;
}

function checkMeasures(
  { measuresFile, measures: facts, processes, knownAccounts }: ReadMeasures,
  problems: CaseProblems,
): void {
  const processById = new Map(processes.map((process) => [process.id, processContent(process)]));
  const measures = facts.map(measureContent);
  const byAccount = new Map<string, (typeof measures)[number][]>();
  for (const measure of measures) {
    const onAccount = byAccount.get(measure.accountId);
    if (onAccount) onAccount.push(measure);
    else byAccount.set(measure.accountId, [measure]);
  }
  measures.forEach((measure, i) => {
    const { accountId } = measure;
    checkAssets(measure.assets, (at) => measuresFile.at(i, 'assets', at), problems);
    if (!knownAccounts.has(accountId)) {
      problems.add(measuresFile.at(i, 'account'), `${accountId} is not in accounts.yaml`);
    }
    const bases = measure.processIds.map((id) => processById.get(id));
    bases.forEach((process, at) => {
      const place = measuresFile.at(i, 'processes', at);
      const named = measuresFile.data[i]?.processes[at];
      if (!process) problems.add(place, `${named} is not in processes.yaml`);
      else if (!process.scope.includes(accountId)) {
        problems.add(place, `${accountId} is not in the scope of ${named}`);
      }
    });
    const grounds = {
      processes: bases.filter((process) => process !== undefined),
      onAccount: byAccount.get(accountId) ?? [],
    };
    for (const problem of measureProblems(measure, grounds)) problems.add(measuresFile.at(i), problem);
  });
}
