import { mulberry32 } from '../../support/mulberry32';
import type { AccessUp, World } from './accessUp';
import { partners } from './caller';

/** The response times of two classes of ids, by one client and field. */
export interface ResponseTimes {
  readonly what: string;
  /** Answers of each class. */
  readonly samples: number;
  /** Medians in milliseconds. */
  readonly foreignMs: number;
  readonly absentMs: number;
  /**
   * How often an answer about another venue's record takes longer than one about a missing record, of all pairs
   * (Mann-Whitney). One half: time says nothing.
   */
  readonly foreignSlower: number;
  /** The same of the caller's own records, which time may tell: shows that the comparison finds a difference. */
  readonly ownSlower: number;
}

/** A larger distance from one half would tell something about a single record. */
const maxDistance = 0.1;

/** Three standard errors of the comparison where time says nothing (Mann-Whitney, two classes of one size). */
const samplingError = (samples: number) => 3 * Math.sqrt((2 * samples + 1) / (12 * samples ** 2));

type IdClass = 'foreign' | 'absent' | 'own';

/** Asks for records of each class in random order, one at a time, `samples` times each. */
export async function responseTimes(
  up: AccessUp,
  { values, marks }: World,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): Promise<readonly ResponseTimes[]> {
  const random = mulberry32(seed);
  const compared: ResponseTimes[] = [];
  for (const { client, venue, scopes } of partners) {
    if (!scopes.includes('enforcement:read')) continue;
    const claims = { sub: client, client_id: client, venue, roles: ['partner'], scope: scopes.join(' ') };
    for (const [field, ids] of [
      ['account', values.accounts],
      ['legalProcess', values.processes],
    ] as const) {
      const own = ids.filter((id) => marks.get(venue)?.includes(id));
      const foreign = ids.filter((id) =>
        [...marks].some(([of, texts]) => of !== venue && texts.includes(id)),
      );
      if (foreign.length === 0) continue;
      const absent = foreign.map((id) => id.replace(/.{4}$/, (end) => (end === 'zzzz' ? 'yyyy' : 'zzzz')));
      const classes: readonly [IdClass, readonly string[]][] = [
        ['foreign', foreign],
        ['absent', absent],
        ...(own.length > 0 ? ([['own', own]] as [IdClass, readonly string[]][]) : []),
      ];
      const times: Record<IdClass, number[]> = { foreign: [], absent: [], own: [] };
      const query = `query Timed($id: ID!) { ${field}(id: $id) { id } }`;
      const order = classes
        .flatMap(([name, of]) => Array.from({ length: samples }, (_, n) => ({ name, id: of[n % of.length] })))
        .map((one) => ({ ...one, at: random() }))
        .sort((a, b) => a.at - b.at);
      // Until the code that answers is compiled.
      for (const { id } of order.slice(0, 300)) await up.ask(query, claims, undefined, { id });
      for (const { name, id } of order) {
        const begun = performance.now();
        await up.ask(query, claims, undefined, { id });
        times[name].push(performance.now() - begun);
      }
      compared.push({
        what: `${field} for ${client}`,
        samples,
        foreignMs: median(times.foreign),
        absentMs: median(times.absent),
        foreignSlower: slower(times.foreign, times.absent),
        ownSlower: slower(times.own, times.absent),
      });
    }
  }
  return compared;
}

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const median = (times: readonly number[]) => sorted(times)[times.length >> 1] ?? NaN;

/** The share of pairs in which the first takes longer; ties count half. NaN where one has no times. */
function slower(times: readonly number[], others: readonly number[]): number {
  const ordered = sorted(others);
  let [wins, below] = [0, 0];
  for (const time of sorted(times)) {
    while (below < ordered.length && (ordered[below] ?? Infinity) < time) below++;
    wins += below + (ordered[below] === time ? 0.5 : 0);
  }
  return wins / (times.length * others.length);
}

/** One line for each comparison. */
export const describeTimes = ({ what, foreignMs, absentMs, foreignSlower, ownSlower }: ResponseTimes) =>
  `${what}: another venue's ${foreignMs.toFixed(2)} ms, missing ${absentMs.toFixed(2)} ms; ` +
  `the former slower in ${(foreignSlower * 100).toFixed(1)} % of pairs (its own record in ${(ownSlower * 100).toFixed(1)} %)`;

/** Returns what time tells of records that a caller may not see. */
export const timeProblems = (compared: readonly ResponseTimes[]): readonly string[] =>
  compared
    .filter(
      ({ foreignSlower, samples }) =>
        !(Math.abs(foreignSlower - 0.5) <= maxDistance + samplingError(samples)),
    )
    .map((one) => `time tells records of other venues: ${describeTimes(one)}`);
