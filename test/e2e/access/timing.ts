import { pause } from '../../support/runCordon';
import type { AccessUp, World } from './accessUp';
import { partners } from './caller';

/** The work behind an answer, as the access log counts it. It decides how long one takes, whatever the machine. */
interface Work {
  readonly calls: number;
  readonly cost: number;
}

/**
 * Asks each partner for what is another venue's, and for what does not exist: the answers must be the same but for the id,
 * and so must the work behind them, or the time that one takes would tell that the record is there.
 */
export async function timingProblems(up: AccessUp, { values, marks }: World): Promise<readonly string[]> {
  const pairs: { readonly what: string; readonly foreign: string; readonly absent: string }[] = [];
  const problems: string[] = [];
  for (const { client, venue, scopes } of partners) {
    const claims = { sub: client, client_id: client, venue, roles: ['partner'], scope: scopes.join(' ') };
    const foreign = [...marks].filter(([of]) => of !== venue).flatMap(([, texts]) => texts);
    for (const [field, ids] of [
      ['account', values.accounts],
      ['legalProcess', values.processes],
    ] as const)
      for (const id of ids.filter((one) => foreign.includes(one)).slice(0, 5)) {
        const absent = id.replace(/.{4}$/, (end) => (end === 'zzzz' ? 'yyyy' : 'zzzz'));
        const ask = async (of: string) => {
          const request = `timing-${pairs.length}-${of === id ? 'foreign' : 'absent'}`;
          const answer = await up.ask(`{ ${field}(id: ${JSON.stringify(of)}) { id } }`, claims, request);
          return { request, shape: `${answer.status} ${answer.text.replaceAll(of, '<id>')}` };
        };
        const [one, other] = [await ask(id), await ask(absent)];
        const what = `${field} ${id} for ${client}`;
        if (one.shape !== other.shape) problems.push(`${what}: ${one.shape} is not ${other.shape}`);
        pairs.push({ what, foreign: one.request, absent: other.request });
      }
  }
  await pause(500);
  for (const { what, foreign, absent } of pairs) {
    const [one, other] = [foreign, absent].map((request) => workOf(up.server.output, request));
    if (!one || !other || one.calls !== other.calls || one.cost !== other.cost)
      problems.push(`${what}: the work differs: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  }
  return pairs.length > 0 ? problems : [...problems, 'no record of another venue was asked for'];
}

function workOf(log: string, request: string): Work | undefined {
  const line = log.split('\n').find((text) => text.includes(`"${request}"`) && text.includes('"calls"'));
  if (line === undefined) return undefined;
  const { calls, cost } = JSON.parse(line) as Work;
  return { calls, cost };
}
