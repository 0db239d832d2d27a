import type { AccessUp, World } from './accessUp';
import { partners } from './caller';

/** The work behind an answer, as the access log counts it. It decides how long one takes, whatever the machine. */
interface Work {
  readonly calls: number;
  readonly cost: number;
}

/**
 * Asks each partner for another venue's record, and for a missing one. The answers must be the same but for
 * the id, and so must the work behind them. Otherwise the time of one would disclose that the record exists.
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
          return {
            request,
            shape: `${answer.status} ${answer.text.replaceAll(of, '<id>').replaceAll(request, '<request>')}`,
          };
        };
        const [one, other] = [await ask(id), await ask(absent)];
        const what = `${field} ${id} for ${client}`;
        if (one.shape !== other.shape) problems.push(`${what}: ${one.shape} is not ${other.shape}`);
        pairs.push({ what, foreign: one.request, absent: other.request });
      }
  }
  const last = pairs.at(-1);
  if (!last) return [...problems, 'no record of another venue was asked for'];
  await up.server.printed(new RegExp(`"${last.absent}".*"calls"`));
  const work = workByRequest(up.server.output);
  for (const { what, foreign, absent } of pairs) {
    const [one, other] = [work.get(foreign), work.get(absent)];
    if (!one || !other || one.calls !== other.calls || one.cost !== other.cost)
      problems.push(`${what}: the work differs: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`);
  }
  return problems;
}

function workByRequest(log: string): ReadonlyMap<string, Work> {
  const lines = log.split('\n').filter((text) => text.includes('"timing-') && text.includes('"calls"'));
  return new Map(
    lines.map((line) => {
      const { requestId, calls, cost } = JSON.parse(line) as Work & { readonly requestId: string };
      return [requestId, { calls, cost }];
    }),
  );
}
