import type { Identity } from '../../shared/identity/identity';
import type { Span } from '../../shared/tracing/tracing';
import type { CostMeter } from '../cost/costMeter';
import type { ParsedOperation } from '../steps/parseRequest';

/** The facts of one request, for its line of the log and for the metrics. The request path adds to it. */
export class RequestRecord {
  /** By `performance.now`. */
  readonly beganAt = performance.now();
  /** The client's IP address, taken when the request begins: an HTTP/2 stream that has ended no longer knows it. */
  readonly address: string;
  /** Undefined where nobody was authenticated. */
  caller: Identity | undefined;
  /** Undefined where the request was rejected before its operation was known. */
  parsed: ParsedOperation | undefined;
  /** The estimated cost of the operation. */
  estimate: number | undefined;
  /** The cost of the subgraphs' answers, and the number of calls. */
  meter: CostMeter | undefined;
  /** The code that ended the request; undefined where the operation was executed. */
  rejected: string | undefined;
  /** Undefined where nothing is traced. */
  span: Span | undefined;
  /** Codes of the errors in the answer, each once. */
  readonly codes = new Set<string>();
  /** Ids of internal errors: the log of the deployable in which one arose has its cause. */
  readonly errorIds = new Set<string>();

  constructor(address: string) {
    this.address = address;
  }

  noteErrors(
    errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[],
  ): void {
    for (const { extensions: { code, errorId } = {} } of errors) {
      if (typeof code === 'string') this.codes.add(code);
      if (typeof errorId === 'string') this.errorIds.add(errorId);
    }
  }
}
