import { type Asked, everyScope } from './answers';
import { type Fault, randomFaults } from './faults';
import { hash } from './hash';
import { type Difference, judge } from './judge';
import { kindOf, type KnownKind, sharedKinds } from './knownKinds';
import { type ExecutorName, openGraph, type OpenGraph } from './openGraph';
import { Random } from './random';
import { randomOperation } from './randomOperation';
import { describeFailure } from './describeFailure';
import { shrink } from './shrink';

export interface DifferentialOptions {
  /** The seed of the first graph; the next one's is one more. */
  readonly seed: number;
  readonly operations: number;
  readonly executor: ExecutorName;
  /** Ends early after so many failures. Default: 5. */
  readonly maxFailures?: number;
  readonly onGraph?: (done: number) => void;
}

export interface DifferentialResult {
  readonly operations: number;
  readonly graphs: number;
  /** The number of operations that were executed with faults. */
  readonly withFaults: number;
  /** By kind: differences of the planner's, and where the stock executor is tried, of that one. */
  readonly known: ReadonlyMap<KnownKind, number>;
  /** Each failure as text, made as small as can be. */
  readonly failures: readonly string[];
}

/** Composing a graph takes as long as ten operations: one of these many is asked of each. */
const operationsPerGraph = 50;

/** Asks random operations of random graphs, and compares the answers with the oracles'. */
export async function runDifferential(options: DifferentialOptions): Promise<DifferentialResult> {
  const { seed, operations, executor, maxFailures = 5, onGraph } = options;
  const known = new Map<KnownKind, number>();
  const failures: string[] = [];
  let done = 0;
  let withFaults = 0;
  let graphs = 0;
  for (; done < operations && failures.length < maxFailures; graphs++) {
    const open = await openGraph(seed + graphs);
    for (
      let i = 0;
      i < operationsPerGraph && done < operations && failures.length < maxFailures;
      i++, done++
    ) {
      const asked = randomAsked(open, new Random(hash(seed + graphs, i)));
      if (asked.faults.length > 0) withFaults++;
      const difference = await judge(open, executor, asked);
      if (!difference) continue;
      const kind = kindOf(open, asked, difference);
      if (executor === 'stock' || sharedKinds.has(kind)) known.set(kind, (known.get(kind) ?? 0) + 1);
      else
        failures.push(
          await smallestFailure(open, executor, asked, { seed: seed + graphs, operation: i + 1, difference }),
        );
    }
    await open.close();
    onGraph?.(done);
  }
  return { operations: done, graphs, withFaults, known, failures };
}

function randomAsked(open: OpenGraph, random: Random): Asked {
  const operation = randomOperation(open.apiSchema, random);
  const fields = [
    ...new Set(operation.query.match(/\b(f\d+|constructor|toString|then|length)\b/g) ?? ['f0']),
  ];
  const faults: readonly Fault[] = random.chance(0.4) ? randomFaults(open.model, fields, random) : [];
  const scopes = random.chance(0.9) ? everyScope : random.some(everyScope, 0.4);
  return { ...operation, faults, scopes };
}

interface Found {
  readonly seed: number;
  readonly operation: number;
  readonly difference: Difference;
}

async function smallestFailure(
  open: OpenGraph,
  executor: ExecutorName,
  asked: Asked,
  found: Found,
): Promise<string> {
  const fails = async (candidate: Asked) => {
    const difference = await judge(open, executor, candidate);
    return difference !== undefined && !sharedKinds.has(kindOf(open, candidate, difference));
  };
  const smallest = await shrink(open.apiSchema, asked, fails);
  const difference = (await judge(open, executor, smallest)) ?? found.difference;
  return describeFailure(open, smallest, difference, found);
}
