import { factKinds, type FactCounts, type FactKind } from '../list/countFacts.rules';
import type { RowCount } from '../list/listReading';

/** The losses that an import may have against the version before it, as `--accept-loss` names them. */
export const lossKinds = [...factKinds, 'files', 'end-mark', 'orphans'] as const;

export type LossKind = (typeof lossKinds)[number];

export interface Loss {
  readonly kind: LossKind;
  readonly detail: string;
}

/** The facts by which two versions of a list are compared. */
export interface Comparable {
  readonly facts: FactCounts;
  readonly rows: readonly RowCount[];
  /** Rows about an entry that the list does not have. */
  readonly orphans: number;
  /** The files that it was made from, by their names at the source. */
  readonly sourceFiles: readonly string[];
  /** The files that ended with the publisher's end mark. */
  readonly endMarks: readonly string[];
  /** The numbers of its entries. */
  readonly numbers: ReadonlySet<string>;
  /** The files that were not given. */
  readonly absent: readonly string[];
}

/** The version before; an edition that an older Cordon stored does not say its files and end marks. */
export interface ComparedVersion extends Omit<Comparable, 'sourceFiles' | 'endMarks'> {
  readonly version: string;
  readonly sourceFiles: readonly string[] | null;
  readonly endMarks: readonly string[] | null;
}

/** The share of each kind of fact that may be missing, 0 to 1. */
export type LossLimits = Readonly<Record<FactKind, number>>;

/**
 * The largest share that a list loses between two publications. A larger loss was always a broken file, not a
 * delisting.
 */
export const defaultShrinkLimit = 0.05;

export const lossLimits = (entries = defaultShrinkLimit): LossLimits => ({
  ...(Object.fromEntries(factKinds.map((kind) => [kind, defaultShrinkLimit])) as LossLimits),
  entries,
});

/** Orphans are a jump from this share of all rows on, and from this many beyond the version before. */
const orphanJump = { share: 0.01, rows: 20 } as const;

/**
 * Finds the losses of `now` against `before`: facts beyond their limit, files, end marks, and rows whose
 * entry is missing.
 */
export function findLosses(before: ComparedVersion, now: Comparable, limits: LossLimits): Loss[] {
  return [
    ...shrunkenFacts(before, now, limits),
    ...replacedEntries(before, now, limits),
    ...absentFiles(before, now),
    ...lostEndMarks(before, now),
    ...orphanJumps(before, now),
  ];
}

function shrunkenFacts({ facts, version }: ComparedVersion, now: Comparable, limits: LossLimits): Loss[] {
  return factKinds.flatMap((kind) => {
    const [had, has, limit] = [facts[kind], now.facts[kind], limits[kind]];
    if (has >= had * (1 - limit)) return [];
    const percent = ((1 - has / had) * 100).toFixed(1);
    const detail = `${has} ${kind} are ${percent}% fewer than the ${had} of version ${version}, and at most ${limit * 100}% may go`;
    return [{ kind, detail }];
  });
}

/** A few entries may take the place of others in a small list; from this many on, the file is of another list. */
const minReplaced = 20;

/** Entries that are absent while as many others came. */
function replacedEntries(
  { numbers, facts, version }: ComparedVersion,
  now: Comparable,
  { entries: limit }: LossLimits,
): Loss[] {
  // Fewer entries are a loss already.
  if (now.facts.entries < facts.entries * (1 - limit)) return [];
  const absent = [...numbers].filter((number) => !now.numbers.has(number)).length;
  if (absent < minReplaced || absent <= numbers.size * limit) return [];
  const percent = ((absent / numbers.size) * 100).toFixed(1);
  const detail = `${absent} of the ${numbers.size} entries of version ${version} are absent (${percent}%), and others came in their place: at most ${limit * 100}% may go`;
  return [{ kind: 'entries', detail }];
}

function absentFiles(before: ComparedVersion, now: Comparable): Loss[] {
  const absent = before.sourceFiles
    ? before.sourceFiles.filter((file) => !now.sourceFiles.includes(file))
    : now.absent.filter((file) => !before.absent.includes(file));
  return absent.map((file) => ({
    kind: 'files',
    detail: `${file} is absent, and version ${before.version} was made from it`,
  }));
}

function lostEndMarks({ endMarks, version }: ComparedVersion, now: Comparable): Loss[] {
  const lost = (endMarks ?? []).filter(
    (file) => now.sourceFiles.includes(file) && !now.endMarks.includes(file),
  );
  return lost.map((file) => ({
    kind: 'end-mark',
    detail: `${file} does not end with the end mark (byte 0x1A) that it had in version ${version}: it may be cut off`,
  }));
}

function orphanJumps(before: ComparedVersion, now: Comparable): Loss[] {
  // Segments of remarks are parts of rows.
  const rows = now.rows.reduce((sum, { kind, rows: some }) => sum + (kind === 'REMARK' ? 0 : some), 0);
  const isJump = now.orphans > rows * orphanJump.share && now.orphans - before.orphans >= orphanJump.rows;
  if (!isJump) return [];
  const detail = `${now.orphans} of ${rows} rows are about an entry that is absent (version ${before.version}: ${before.orphans})`;
  return [{ kind: 'orphans', detail }];
}
