import type { CaseFolder } from '../../../shared/case/caseFolder';
import { type CaseFile, readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import type { AccountFact } from '../account/account.facts';
import { momentsOf } from '../caseFile/caseMoments';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import {
  accountId,
  illustrative,
  moment,
  optionalMoment,
  shortId,
  someAssets,
  venueOfAccount,
  words,
} from '../caseFile/caseTerms';
import { checkAssets } from '../caseFile/checkAssets';
import type { ProcessFact } from '../legalProcess/legalProcess.facts';
import { processContent } from '../legalProcess/legalProcess.projection';
import type { VenueFact } from '../venue/venue.facts';
import { endReasons, measureKinds } from '../vocabulary/measureKinds';
import { sourceFact } from '../vocabulary/sourceFact';
import { measureProblems } from './basis.rules';
import type { MeasureFact } from './measure.facts';
import { measureContent } from './measure.projection';

/** `measures.yaml` */
const measuresForm = z
  .array(
    z.strictObject({
      id: shortId,
      account: accountId,
      kind: z.enum(measureKinds),
      from: moment,
      to: optionalMoment,
      endReason: z.enum(endReasons).nullable().default(null),
      processes: z.array(shortId).default([]),
      assets: someAssets,
      reason: words,
      maker: words.nullable().default(null),
      checker: words.nullable().default(null),
      observed: z.boolean().default(false),
      illustrative,
      source: words,
    }),
  )
  .default([]);

type MeasuresFile = CaseFile<z.output<typeof measuresForm>>;

/** The facts under the measures of a case: their accounts and their bases. */
interface CaseGrounds {
  readonly venues: readonly VenueFact[];
  readonly accounts: readonly AccountFact[];
  readonly processes: readonly ProcessFact[];
}

/** Reads the measures of a case, and checks that each basis was valid at the act. */
export function readMeasures(
  edition: CaseFolder,
  grounds: CaseGrounds,
  problems: CaseProblems,
): MeasureFact[] {
  const measuresFile = readYamlFile(edition.folder, 'measures.yaml', measuresForm);
  findDuplicates(measuresFile.data, (i) => measuresFile.at(i), problems);
  const { accounts, processes } = grounds;
  const knownAccounts = new Set(accounts.map(({ id }) => id));
  const measures = measureFacts(edition, measuresFile, grounds);
  checkMeasures({ measuresFile, measures, processes, knownAccounts }, problems);
  return measures;
}

function measureFacts(
  edition: CaseFolder,
  file: MeasuresFile,
  { venues, processes: known }: CaseGrounds,
): MeasureFact[] {
  const idOf = (id: string) => `${edition.name}:${id}`;
  const processById = new Map(known.map((process) => [process.id, process]));
  const basesOf = (ids: readonly string[]) =>
    ids.map((id) => processById.get(idOf(id))).filter((process) => process !== undefined);
  return file.data.map(({ id, account, processes, source, from, to, ...rest }) => {
    const read = momentsOf(basesOf(processes), account, venues);
    return {
      ...rest,
      id: idOf(id),
      accountId: account,
      venueId: venueOfAccount(account),
      from: read(from).toISOString(),
      to: to === null ? null : read(to).toISOString(),
      processIds: processes.map(idOf),
      claimIds: [],
      emergency: false,
      source: sourceFact(edition.source(source)),
    };
  });
}

interface ReadMeasures {
  readonly processes: readonly ProcessFact[];
  readonly measures: readonly MeasureFact[];
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
