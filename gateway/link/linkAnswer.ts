import type { FormattedExecutionResult } from 'graphql';
import { DownstreamError } from './downstreamError';
import { readResult } from './readResult';

/** The answer of a subgraph. Several requests may wait for it. */
export interface LinkAnswer {
  /** Returns the result. All share one object: do not change it. A result with errors is parsed for each. */
  take(): FormattedExecutionResult;
}

/** Reads the text of an answer. Throws DownstreamError where it is not JSON, or not a GraphQL result. */
export function readAnswer(subgraph: string, text: string): LinkAnswer {
  const result = readResult(subgraph, parse(subgraph, text));
  if (!result.errors) return { take: () => result };
  let first: FormattedExecutionResult | undefined = result;
  return {
    take() {
      const taken = first ?? readResult(subgraph, JSON.parse(text));
      first = undefined;
      return taken;
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
