import { countFacts } from '../list/countFacts.rules';
import { entryOfContent } from '../list/content.rules';
import { editionOf } from '../list/edition';
import type { ListReading } from '../list/listReading';
import type { AcceptedLoss, ListVersionRecord } from '../list/listVersion.record';
import type { ListVersionStore } from '../list/listVersion.store';
import {
  type Comparable,
  type ComparedVersion,
  findLosses,
  type Loss,
  type LossKind,
  type LossLimits,
} from './findLosses.rules';
import { ImportError } from '../importLease/importError';
import { unchanged } from './readText';

/** The losses that an operator takes on, and why. */
export interface LossAcceptance {
  readonly kinds: readonly LossKind[];
  readonly reason: string;
}

export interface CheckedReading {
  readonly reading: ListReading;
  readonly version: string;
}

/**
 * Compares each list with the version before it by publication. Throws ImportError that names every loss of every list
 * which is not accepted. Returns what was accepted, by list. Changes nothing.
 */
export async function rejectLosses(
  store: ListVersionStore,
  checked: readonly CheckedReading[],
  { limits, accepted }: { readonly limits: LossLimits; readonly accepted: LossAcceptance | null },
): Promise<ReadonlyMap<string, AcceptedLoss>> {
  const rejected: { line: string; kind: LossKind }[] = [];
  const letThrough = new Map<string, AcceptedLoss>();
  for (const { reading, version } of checked) {
    const losses = await lossesOf(store, reading, version, limits);
    const isAccepted = ({ kind }: Loss) => accepted?.kinds.includes(kind) ?? false;
    for (const { kind, detail } of losses.filter((loss) => !isAccepted(loss)))
      rejected.push({ kind, line: `${reading.file} (${reading.list}): ${detail}` });
    const taken = losses.filter(isAccepted);
    if (accepted && taken.length > 0) {
      letThrough.set(reading.list, {
        kinds: [...new Set(taken.map(({ kind }) => kind))],
        losses: taken.map(({ detail }) => detail),
        reason: accepted.reason,
      });
    }
  }
  if (rejected.length === 0) return letThrough;
  const kinds = [...new Set([...(accepted?.kinds ?? []), ...rejected.map(({ kind }) => kind)])];
  throw new ImportError(
    [
      ...rejected.map(({ line }) => line),
      `${unchanged}. If nothing is missing that should be there: --accept-loss ${kinds.join(',')} --reason "<why>"`,
    ].join('\n'),
  );
}

async function lossesOf(
  store: ListVersionStore,
  reading: ListReading,
  version: string,
  limits: LossLimits,
): Promise<Loss[]> {
  const published = (await store.all()).filter(({ list }) => list === reading.list);
  const before =
    published.find((other) => other.version === version) ??
    published.filter((other) => other.version < version).at(-1);
  return before ? findLosses(await comparedVersion(store, before), comparable(reading), limits) : [];
}

export const comparable = (reading: ListReading): Comparable => ({
  facts: countFacts(reading.entries),
  rows: reading.rows,
  orphans: reading.orphans ?? 0,
  sourceFiles: reading.sourceFiles ?? [],
  endMarks: reading.endMarks ?? [],
  absent: reading.absent,
  numbers: new Set(reading.entries.map(({ entry }) => entry)),
});

/** An edition of an older Cordon did not store its facts and orphans: they are counted from its contents. */
async function comparedVersion(store: ListVersionStore, before: ListVersionRecord): Promise<ComparedVersion> {
  const { version, rows, absent } = before;
  const members = await store.chunks(before.chunks.map(({ id }) => id));
  return {
    version,
    numbers: new Set([...members.values()].flatMap((chunk) => [...chunk.keys()])),
    rows,
    absent,
    facts: before.facts ?? (await storedFacts(store, members)),
    orphans: before.orphans ?? (await store.orphans(editionOf(before))),
    sourceFiles: before.sourceFiles ?? null,
    endMarks: before.endMarks ?? null,
  };
}

async function storedFacts(
  store: ListVersionStore,
  members: Awaited<ReturnType<ListVersionStore['chunks']>>,
) {
  const digests = [...members.values()].flatMap((chunk) => [...chunk.values()]);
  const contents = await store.contents(digests);
  return countFacts([...contents.values()].map(entryOfContent));
}
