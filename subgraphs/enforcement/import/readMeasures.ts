import type { CaseFolder } from '../../../shared/case/caseFolder';
import { type CaseFile, readYamlFile } from '../../../shared/case/readYaml';
import type { z } from 'zod';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { measureProblems } from '../measure/basis.rules';
import type { MeasureRecord } from '../measure/measure.record';
import { measuresForm, processesForm } from './caseForms';
import { type CaseProblems, findDoubles } from './caseProblems';
import { type CaseAccounts, venueOfAccount } from './readAccounts';

export interface CaseMeasures {
  readonly processes: readonly LegalProcessRecord[];
  readonly measures: readonly MeasureRecord[];
}

type ProcessesFile = CaseFile<z.output<typeof processesForm>>;
type MeasuresFile = CaseFile<z.output<typeof measuresForm>>;

/** Reads legal processes and the measures that rest on them, and checks that each basis was valid at the act. */
export function readMeasures(
  edition: CaseFolder,
  { accounts }: CaseAccounts,
  problems: CaseProblems,
): CaseMeasures {
  const processesFile = readYamlFile(edition.folder, 'processes.yaml', processesForm);
  const measuresFile = readYamlFile(edition.folder, 'measures.yaml', measuresForm);
  findDoubles(processesFile.data, (i) => processesFile.at(i), problems);
  findDoubles(measuresFile.data, (i) => measuresFile.at(i), problems);
  const knownAccounts = new Set(accounts.map(({ _id }) => _id));
  const processes = processRecords(edition, processesFile, knownAccounts, problems);
  const measures = measuresFile.data.map((measure): MeasureRecord => {
    const { id, account, processes: bases, source, ...rest } = measure;
    return {
      ...rest,
      _id: `${edition.name}:${id}`,
      accountId: account,
      venueId: venueOfAccount(account),
      processIds: bases.map((basis) => `${edition.name}:${basis}`),
      source: edition.source(source),
    };
  });
  checkMeasures({ measuresFile, measures, processes, knownAccounts }, problems);
  return { processes, measures };
}

function processRecords(
  edition: CaseFolder,
  file: ProcessesFile,
  knownAccounts: ReadonlySet<string>,
  problems: CaseProblems,
): LegalProcessRecord[] {
  return file.data.map(({ id, source, ...process }, i) => {
    process.scope.forEach((account, at) => {
      if (!knownAccounts.has(account))
        problems.add(file.at(i, 'scope', at), `${account} is not in accounts.yaml`);
    });
    const { served, expiry } = process;
    if (served && expiry && expiry <= served) {
      problems.add(file.at(i, 'expiry'), `${id} had expired when it was served`);
    }
    return { ...process, _id: `${edition.name}:${id}`, source: edition.source(source) };
  });
}

interface ReadMeasures extends CaseMeasures {
  readonly measuresFile: MeasuresFile;
  readonly knownAccounts: ReadonlySet<string>;
}

function checkMeasures(
  { measuresFile, measures, processes, knownAccounts }: ReadMeasures,
  problems: CaseProblems,
): void {
  const processById = new Map(processes.map((process) => [process._id, process]));
  const byAccount = new Map<string, MeasureRecord[]>();
  for (const measure of measures) {
    byAccount.set(measure.accountId, [...(byAccount.get(measure.accountId) ?? []), measure]);
  }
  measures.forEach((measure, i) => {
    const { accountId } = measure;
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
