import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { day } from './forms';
import { CaseError } from './caseError';
import { readYaml } from './readYaml';
import type { SourceFacts } from '../subgraph/valueTypes';

const sourceForm = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1).nullable().default(null),
  publishedOn: day.nullable().default(null),
  url: z.url().nullable().default(null),
});

/** The prefixes of source ids that belong to no case. */
const otherSources: ReadonlySet<string> = new Set(['file', 'registration', 'tagpack', 'actorpack', 'list']);

const manifestForm = z.strictObject({
  /** Lower-case letters, digits and hyphens: the case's id in this deployment. */
  name: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .refine((name) => !otherSources.has(name), 'other sources than cases are called so'),
  title: z.string().min(1),
  sources: z.record(z.string().min(1), sourceForm),
});

/** A case folder as each subgraph's importer is given it. */
export interface CaseFolder {
  readonly folder: string;
  readonly name: string;
  readonly title: string;
  /** SHA-256 over the names and bytes of all its files: the edition of the case. */
  readonly digest: string;
  /** The source of an id that a fact names. Throws CaseError for one that case.yaml does not have. */
  source(id: string): SourceFacts;
}

/** Opens a case folder: `case.yaml` with its name and its sources. Throws CaseError. */
export function openCaseFolder(folder: string): CaseFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CaseError(`${folder} is not a folder`);
  const { name, title, sources } = readYaml(folder, 'case.yaml', manifestForm);
  return {
    folder,
    name,
    title,
    digest: digestOf(folder),
    source(id) {
      const found = sources[id];
      if (!found)
        throw new CaseError(
          `${join(folder, 'case.yaml')}: a fact names the source ${JSON.stringify(id)}, which is not listed`,
        );
      return { id: `${name}:${id}`, ...found, quote: null };
    },
  };
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name);
    if (statSync(file).isFile()) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
