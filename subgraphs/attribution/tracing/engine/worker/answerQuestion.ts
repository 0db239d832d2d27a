import { mergeGraph } from '../graph/buildGraph';
import { graphUntil } from '../graph/graphUntil';
import type { TransferGraph } from '../graph/transferGraph';
import { WalletTable } from '../graph/walletTable';
import { findPaths } from '../search/paths';
import { reachDeposits } from '../search/reach';
import { reachFrom } from '../search/walletReach';
import { exposureOf } from '../taint/exposureOf';
import { graphOf, type GraphParts, partsOf } from './graphParts';
import type { AnswerOf, TracingAsk, TracingRequest } from './protocol';

/** Answers a question where it is asked: in a tracing thread. */
export function answerQuestion(request: TracingRequest): AnswerOf<TracingAsk> {
  const { graph } = request;
  switch (request.ask) {
    case 'reach':
      return reachDeposits(dated(needed(graph), request.question), request.question);
    case 'paths':
      return findPaths(dated(needed(graph), request.question), request.question);
    case 'walletReach':
      return reachFrom(dated(needed(graph), request.question), request.question);
    case 'exposure':
      return exposureOf(needed(graph), request.question);
    case 'merge': {
      const batch = { ...request.question, wallets: new WalletTable(request.question.wallets) };
      return partsOf(mergeGraph(graph && graphOf(graph), batch));
    }
  }
}

function needed(graph: GraphParts | null) {
  if (!graph) throw new Error('a search needs a graph');
  return graphOf(graph);
}

/** The graph that a question is of: as it was at its time, where it has one. */
const dated = (graph: TransferGraph, { until }: { readonly until?: number }): TransferGraph =>
  until === undefined ? graph : graphUntil(graph, until);
