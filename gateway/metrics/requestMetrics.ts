import { Counter, Histogram, type Registry } from 'prom-client';
import { sharedCodes } from '../../shared/errors/sharedCodes';
import { gatewayCodes } from '../errors';

/** A subgraph's codes are its own to name: what is over this, or has another form, is counted as `OTHER`. */
const maxCodes = 200;
const codeForm = /^[A-Z][A-Z0-9_]{0,63}$/;

const costBuckets = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** The metrics of GraphQL requests. No label names a client, a person or an operation. */
export function requestMetrics(registers: Registry[]) {
  const codes = new Set<string>();
  return {
    requests: new Counter({
      name: 'cordon_requests_total',
      help: 'GraphQL requests by HTTP status; 499 where the client went before its answer.',
      labelNames: ['status'] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'cordon_request_seconds',
      help: 'Time of GraphQL requests, from their headers to the end of the answer.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
      registers,
    }),
    rejectedRequests: codeCounter({
      name: 'cordon_requests_rejected_total',
      help: 'GraphQL requests that were answered with one error and not executed to their end, by its code.',
      registers,
    }),
    answeredErrors: codeCounter({
      name: 'cordon_answers_with_errors_total',
      help: 'Answers with data that have errors of a code, each code once an answer.',
      registers,
    }),
    estimatedCost: new Histogram({
      name: 'cordon_operation_cost_estimated',
      help: 'Estimated cost of operations before they were executed.',
      buckets: costBuckets,
      registers,
    }),
    spentCost: new Histogram({
      name: 'cordon_operation_cost',
      help: 'Cost of the answers to operations.',
      buckets: costBuckets,
      registers,
    }),
    unlistedOperations: new Counter({
      name: 'cordon_operations_unlisted_total',
      help: "Operations that were executed though the partner's list does not have them (mode preferred).",
      registers,
    }),
    /** The label of a code that a subgraph may have made. */
    codeLabel(code: string): string {
      if (codes.has(code)) return code;
      if (codes.size >= maxCodes || !codeForm.test(code)) return 'OTHER';
      codes.add(code);
      return code;
    },
  };
}

/** Counts by code. The gateway's own codes begin at 0: `increase` does not see the first of a series that begins at 1. */
function codeCounter(config: { name: string; help: string; registers: Registry[] }): Counter<'code'> {
  const counter = new Counter({ ...config, labelNames: ['code'] as const });
  for (const code of Object.keys({ ...sharedCodes, ...gatewayCodes })) counter.inc({ code }, 0);
  return counter;
}
