import { dirname } from 'node:path';
import { openListFile } from '../../../../shared/yaml/listFile';
import { YamlFileError } from '../../../../shared/yaml/yamlFileError';
import type { ActorRecord } from '../../actor/actor.record';
import type { SanctionsRecords } from '../../connectSanctions';
import { readActorHeader, readPackActor } from './actorForm.rules';
import { storePackActors } from './storeActors.store';

/** The reconciliation: read = stored + duplicates + quarantined. */
export interface ActorpackReport {
  readonly read: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly seconds: number;
  readonly peakMemoryMb: number;
  /** Every actor that was not taken: its line in the file, from 1, and why. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
}

const batchSize = 500;

/**
 * Imports the actors of an ActorPack (GraphSense), as `graphsense:<id>`. An actor that cannot be read is quarantined, with
 * its line; the rest goes on. Throws YamlFileError where the file is no ActorPack.
 */
export async function importActorpack(
  { actors }: Pick<SanctionsRecords, 'actors'>,
  file: string,
): Promise<ActorpackReport> {
  const began = performance.now();
  const pack = await openListFile(file, { list: 'actors', within: dirname(file) });
  const header = readActorHeader(pack.header);
  if ('problem' in header) throw new YamlFileError(`${file}: the header of an ActorPack: ${header.problem}`);
  const problems: { line: number; problem: string }[] = [];
  const counts = { read: 0, stored: 0, duplicates: 0 };
  const lines = new Map<string, number>();
  let batch: ActorRecord[] = [];
  const flush = async () => {
    const { stored, duplicates } = await storePackActors(actors, batch);
    counts.stored += stored;
    counts.duplicates += duplicates;
    batch = [];
  };
  for await (const reading of pack.items()) {
    counts.read++;
    const actor = 'problem' in reading ? reading : readPackActor(reading.value, header);
    if ('problem' in actor) {
      problems.push({ line: reading.line, problem: actor.problem });
      continue;
    }
    const before = lines.get(actor._id);
    if (before !== undefined) {
      problems.push({ line: reading.line, problem: `its id is that of the actor in line ${before}` });
      continue;
    }
    lines.set(actor._id, reading.line);
    if (batch.push(actor) >= batchSize) await flush();
  }
  await flush();
  return {
    ...counts,
    quarantined: problems.length,
    seconds: Math.round(performance.now() - began) / 1_000,
    // maxRSS is in kilobytes on every platform (Node's documentation of process.resourceUsage).
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
    problems,
  };
}
