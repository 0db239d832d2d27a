import { buildGraph } from '../../subgraphs/attribution/tracing/engine/graph/buildGraph';
import type { TransferGraph } from '../../subgraphs/attribution/tracing/engine/graph/transferGraph';
import { type ExposureAnswer, exposureOf } from '../../subgraphs/attribution/tracing/engine/taint/exposureOf';
import { RegionSearch } from '../../subgraphs/attribution/tracing/engine/taint/region';
import type { OracleQuestion } from './exposureOracle';
import type { Happening } from './taintOracle';

export function graphOf(
  happenings: readonly Happening[],
  hubs: ReadonlySet<string> = new Set(),
): TransferGraph {
  const graph = buildGraph(
    happenings.map(({ seq, at, asset, isUtxo, inputs, outputs }) =>
      isUtxo
        ? {
            seq,
            at,
            asset,
            inputs: inputs.map(({ wallet, amount }) => ({ walletId: wallet, amount })),
            outputs: outputs.map(({ wallet, amount }) => ({ walletId: wallet, amount })),
          }
        : {
            seq,
            at,
            asset,
            fromId: inputs[0]!.wallet!,
            toId: outputs[0]!.wallet!,
            amount: inputs[0]!.amount,
          },
    ),
  );
  const busy = new Uint8Array(graph.wallets.count);
  for (const hub of hubs) busy[graph.wallets.numberOf(hub) ?? -1] = 1;
  return { ...graph, busy };
}

/** Asks the engine the oracle's question. */
export function askExposure(
  graph: TransferGraph,
  question: Omit<OracleQuestion, 'hubs'>,
  budget = 1_000_000,
): ExposureAnswer {
  const subject = graph.wallets.numberOf(question.subject);
  if (subject === undefined) return { snapshot: graph.seq, assets: [], cut: [] };
  const claims = new Map(
    [...question.claims].flatMap(([wallet, claimed]) => {
      const number = graph.wallets.numberOf(wallet);
      return number === undefined ? [] : [[number, claimed] as const];
    }),
  );
  const { direction, maxHops, until, method } = question;
  const search = new RegionSearch(graph, { subject, direction, maxHops, until, budget });
  while (wholly(search.meet())) search.classify(claims);
  return exposureOf(graph, {
    subject,
    direction,
    maxHops,
    until,
    budget,
    method,
    claims,
    regions: search.regions(),
  });
}

/** Runs a generator to its result, without the pauses in between. */
function wholly<Answer>(steps: Generator<void, Answer>): Answer {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
