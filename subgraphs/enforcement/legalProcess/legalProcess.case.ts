import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import type { AccountFact } from '../account/account.facts';
import { momentsOf } from '../caseFile/caseMoments';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import {
  accountId,
  illustrative,
  lawCode,
  type Moment,
  optionalMoment,
  shortId,
  someAssets,
  words,
} from '../caseFile/caseTerms';
import { checkAssets } from '../caseFile/checkAssets';
import type { VenueFact } from '../venue/venue.facts';
import { designationKinds, disclosures, legalProcessKinds } from '../vocabulary/legalProcessKinds';
import { sourceFact } from '../vocabulary/sourceFact';
import type { ProcessFact } from './legalProcess.facts';

/** `processes.yaml` */
const processesForm = z
  .array(
    z.strictObject({
      id: shortId,
      kind: z.enum(legalProcessKinds),
      authority: words,
      /** Of a designation: the law that it is under. */
      law: lawCode.optional(),
      docket: words.nullable().default(null),
      issued: optionalMoment,
      served: optionalMoment,
      effective: optionalMoment,
      expiry: optionalMoment,
      scope: z.array(accountId).min(1),
      assets: someAssets,
      disclosure: z.enum(disclosures),
      illustrative,
      source: words,
    }),
  )
  .default([]);

interface CaseAccounts {
  readonly venues: readonly VenueFact[];
  readonly accounts: readonly AccountFact[];
}

const text = (at: Date | null) => at?.toISOString() ?? null;

/** Reads the legal processes of a case. */
export function readProcesses(
  edition: CaseFolder,
  { venues, accounts }: CaseAccounts,
  problems: CaseProblems,
): ProcessFact[] {
  const file = readYamlFile(edition.folder, 'processes.yaml', processesForm);
  findDuplicates(file.data, (i) => file.at(i), problems);
  const knownAccounts = new Set(accounts.map(({ id }) => id));
  return file.data.map(({ id, source, law, ...given }, i) => {
    const { issued: _issued, served: _served, effective: _effective, expiry: _expiry, ...process } = given;
    const read = momentsOf([{ ...process, ...(law === undefined ? {} : { law }) }], process.scope[0], venues);
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
