import { mulberry32 } from '../../support/mulberry32';
import { type AccessUp, readWorld } from './accessUp';
import { randomCaller } from './caller';
import { Judge } from './judge';
import { type AskedField, randomFields, textOf } from './randomQuery';
import { SchemaOracle } from './schemaOracle';
import { timingProblems } from './timing';

export interface CaseOptions {
  readonly seed: number;
  readonly cases: number;
  readonly maxFailures: number;
  /**
   * The number of callers who ask one query; each may see another part of it. Planning one takes longer than
   * answering it. Default: 10.
   */
  readonly callersOfQuery?: number;
  onProgress?(done: number): void;
}

export interface CaseResult {
  readonly cases: number;
  /** By what the gateway answered, such as `200` or `403 FORBIDDEN`. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
}

/** Requests under way at once. */
const lanes = 8;

/**
 * Asks random queries with random tokens of random venues, and compares each answer with what the oracle allows. Cases of a
 * seed are the same each time.
 */
export async function runCases(
  up: AccessUp,
  { seed, cases, maxFailures, callersOfQuery = 10, onProgress }: CaseOptions,
): Promise<CaseResult> {
  const world = await readWorld(up);
  const oracle = new SchemaOracle(up.supergraphSdl);
  const judge = new Judge(oracle, world.marks, world.accounts);
  const failures: string[] = [];
  const outcomes = new Map<string, number>();
  let next = 0;
  const fieldsOf = (number: number): readonly AskedField[] => {
    const random = mulberry32(seed * 1_000_003 - number - 1);
    const exclude = random() < 0.7 ? 'internal' : undefined;
    let fields: readonly AskedField[] = [];
    while (fields.length === 0) fields = randomFields({ oracle, random, values: world.values, exclude });
    return fields;
  };
  const lane = async () => {
    while (next < cases && failures.length < maxFailures) {
      const number = next++;
      const caller = randomCaller(mulberry32(seed * 1_000_003 + number));
      const fields = fieldsOf(Math.floor(number / callersOfQuery));
      const query = textOf(fields);
      const answer = await up.ask(query, caller.claims);
      const outcome = outcomeOf(answer.status, answer.text);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const problems = judge.judge({ caller, query, fields }, answer);
      if (problems.length > 0)
        failures.push(
          `case ${number}: ${problems.slice(0, 5).join('; ')}\n  ${JSON.stringify(caller.claims)}\n  ${query}\n  ${answer.status} ${answer.text.slice(0, 1_000)}`,
        );
      if (number % 1_000 === 999) onProgress?.(number + 1);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  failures.push(...(await timingProblems(up, world)));
  return { cases: next, outcomes, failures };
}

function outcomeOf(status: number, text: string): string {
  const { errors } = JSON.parse(text) as { errors?: readonly { extensions?: { code?: string } }[] };
  const codes = new Set((errors ?? []).map(({ extensions }) => extensions?.code ?? 'NONE'));
  return [status, ...[...codes].sort()].join(' ');
}
