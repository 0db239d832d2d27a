import type { FormattedExecutionResult } from 'graphql';
import { z } from 'zod';
import { DownstreamError } from './downstreamError';

const resultSchema = z.object({
  // Taken as it is: a client may have called a field `__proto__`.
  data: z.custom<object>((data) => typeof data === 'object' && !Array.isArray(data)).nullish(),
  errors: z
    .array(
      z.looseObject({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

/** Checks the form of an answer (GraphQL specification, section 7.1). Throws DownstreamError for anything else. */
export function readResult(subgraph: string, answer: unknown): FormattedExecutionResult {
  if (isDataOnly(answer)) return answer;
  const { success, data: result } = resultSchema.safeParse(answer);
  if (!success || (!result.data && !result.errors?.length)) {
    throw new DownstreamError(subgraph, 'the answer is not a GraphQL result', { sent: true });
  }
  return result as FormattedExecutionResult;
}

/** Most answers are data and nothing else, which needs no further look. */
function isDataOnly(answer: unknown): answer is FormattedExecutionResult {
  if (typeof answer !== 'object' || answer === null || Object.keys(answer).length !== 1) return false;
  const { data } = answer as { readonly data?: unknown };
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
