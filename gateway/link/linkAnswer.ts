import type { FormattedExecutionResult } from 'graphql';
import { DownstreamError } from './downstreamError';
import { readResult } from './readResult';

/** What a subgraph answered. Several may wait for one answer: each takes a result of its own. */
export interface LinkAnswer {
  take(): FormattedExecutionResult;
}

/** Reads the text of an answer. Throws DownstreamError where it is not JSON, or not a GraphQL result. */
export function readAnswer(subgraph: string, text: string): LinkAnswer {
  let first: FormattedExecutionResult | undefined = readResult(subgraph, parse(subgraph, text));
  return {
    take() {
      const result = first ?? readResult(subgraph, JSON.parse(text));
      first = undefined;
      return result;
    },
  };
}

function parse(subgraph: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DownstreamError(subgraph, 'the answer is not JSON', { cause, sent: true });
  }
}
