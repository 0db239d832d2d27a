import { join } from 'node:path';
import type { Logger } from '../../../../shared/logger/logger';
import { neverEnds } from '../../../../shared/subgraph/endedRequest';
import type { TransferGraph } from '../engine/graph/transferGraph';
import { findPaths, type PathsAnswer, type PathsQuestion } from '../engine/search/paths';
import { reachDeposits, type ReachAnswer, type ReachQuestion } from '../engine/search/reach';
import { tracePolicy } from '../engine/tracePolicy';
import { type WalletReachAnswer, type WalletReachQuestion, reachFrom } from '../engine/search/walletReach';
import { graphUntil } from '../engine/graph/graphUntil';
import { partsOf } from '../engine/worker/graphParts';
import type { AnswerOf, QuestionOf, TracingAsk } from '../engine/worker/protocol';
import { FairQueue } from './fairQueue';
import { GraphState, type TransferState } from './graphState';
import type { MarkedWalletStore } from './markedWallets.store';
import { SnapshotKeeper } from './snapshotKeeper';
import { TracingThreads } from './tracingThreads';
import type { TransferFeed } from './transferFeed.store';
import { WalletMarks } from './walletMarks';
import type { Tenant } from '../../vocabulary/tenant';

/**
 * The pause between checks for transfers that arrived, also by another process, in milliseconds. Making the
 * next state of many rows takes long: then the pause is as long as the look was. So at most half of a core
 * goes into it.
 */
const pollIntervalMs = 500;

/** So long a question waits for the newest transfers while many arrive; then it is answered from the state before. */
const maxWaitMs = 2_000;

type Asked<Question> = Omit<Question, 'marks' | 'budget'>;

/** One state of the transfers, for the whole of an answer. */
export interface TracingView {
  readonly graph: TransferGraph;
  /** By wallet: custodial, busy, a service's (tracing/engine/search/marks.ts), as far as the tenant may know. */
  readonly marks: Uint8Array;
  /**
   * The basis of this state: it differs for any other state, also where facts were corrected or services
   * became known.
   */
  readonly ground: string;
  /** The cases, and publications of lists, that were not wholly loaded as the state was looked for; null: nobody looked. */
  readonly unfinished: readonly string[] | null;
  /** Aborted when the caller has left, or the deadline has passed. */
  readonly signal: AbortSignal;
  reach(question: Asked<ReachQuestion>): Promise<ReachAnswer>;
  paths(question: Asked<PathsQuestion>): Promise<PathsAnswer>;
  walletReach(question: Asked<WalletReachQuestion>): Promise<WalletReachAnswer>;
  /** Runs a search that this thread takes part in when its caller's turn has come. Throws TRACING_BUSY. */
  inTurn<Answer>(search: () => Promise<Answer>): Promise<Answer>;
  /** Asks any question of a thread. Throws TRACING_FAILED, TRACING_DEADLINE, TRACING_BUSY. */
  ask<Ask extends TracingAsk>(ask: Ask, question: QuestionOf<Ask>): Promise<AnswerOf<Ask>>;
}

/** The caller of searches, and the signal that ends them. */
export interface Asker {
  /** The caller whose turn it is in the queue of searches. */
  readonly caller: string;
  /** Ends its searches. */
  readonly signal: AbortSignal;
}

export interface TransferEngine {
  /**
   * A state that holds what was published before the call; where making it takes more than two seconds, the one before.
   * Its searches end at the deposit wallets that a tenant may know of: a venue's own, or all for the operator.
   */
  view(tenant: Tenant, asker?: Asker): Promise<TracingView>;
  /** Resolves when the transfers are in memory: at once where they are. */
  readonly loaded: Promise<void>;
  /** The number of transfers read from the store since the engine was opened. */
  readonly transfersRead: number;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly feed: TransferFeed;
  readonly marked: MarkedWalletStore;
  readonly logger: Logger;
  /** The folder of snapshots; null: none are kept. */
  readonly snapshotFolder: string | null;
  /** The name of the snapshot: one for each database. */
  readonly name: string;
}

/** Keeps the transfers in memory and answers questions over them. Loading begins at once; the first question waits for it. */
export function openTransferEngine(options: EngineOptions): TransferEngine {
  const { feed, logger, snapshotFolder, name } = options;
  const threads = new TracingThreads(logger);
  // A state of many rows takes seconds to make: no question waits in line behind it.
  const merging = new TracingThreads(logger, 1, undefined, { maxWaiting: Infinity, maxWaitMs: Infinity });
  // Their work in this thread is sequential: at once, each would take as long as all.
  const exposures = new FairQueue({ maxRunning: 2, ...tracePolicy.queue });
  const snapshots =
    snapshotFolder === null ? null : new SnapshotKeeper(join(snapshotFolder, `${name}.transfers`), logger);
  const state = new GraphState({ feed, snapshots, threads: merging, logger });
  const walletMarks = new WalletMarks(options.marked, logger);
  const polling = poll(() => state.refresh(), logger);

  return {
    async view(tenant, asker = theEngine) {
      const { graph, position, isNewest } = await newestInTime(state);
      const { marks, statements } = await walletMarks.of(graph, tenant, isNewest ? position.deposits : null);
      const ground = `${position.store} ${position.seq} ${position.corrections} ${statements}`;
      const unfinished = isNewest ? position.unfinished : null;
      return viewOf({ graph, marks, ground, unfinished, threads, exposures, asker });
    },
    get loaded() {
      return state.current ? Promise.resolve() : state.refresh().then(() => undefined);
    },
    get transfersRead() {
      return state.read;
    },
    async close() {
      polling.stop();
      await Promise.all([threads.close(), merging.close()]);
      await polling.ended;
      await snapshots?.close();
    },
  };
}

/** The engine's own searches, which nothing ends. */
const theEngine: Asker = { caller: 'engine', signal: neverEnds };

/** A state, and whether it was looked for when it was asked for. */
interface FoundState extends TransferState {
  readonly isNewest: boolean;
}

/** The state now; where making it takes long, the one before: an answer names the state that it is from. */
async function newestInTime(state: GraphState): Promise<FoundState> {
  const before = state.current;
  const newest = state.refresh().then((found): FoundState => ({ ...found, isNewest: true }));
  if (!before) return newest;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<FoundState>((resolve) => {
    timer = setTimeout(() => resolve({ ...(state.current ?? before), isNewest: false }), maxWaitMs);
  });
  try {
    return await Promise.race([newest, enough]);
  } finally {
    clearTimeout(timer);
    newest.catch(() => undefined);
  }
}

interface ViewParts {
  readonly asker: Asker;
  readonly exposures: FairQueue;
  readonly graph: TransferGraph;
  readonly marks: Uint8Array;
  readonly ground: string;
  readonly unfinished: readonly string[] | null;
  readonly threads: TracingThreads;
}

/** Tells if a greater budget may find more. */
const isShort = ({ completeness, isUndecided }: ReachAnswer | PathsAnswer | WalletReachAnswer) =>
  completeness === 'BUDGET' || isUndecided;

/** Small questions are answered at once; one that turns out not to be is asked of a thread, from its beginning. */
function viewOf({ graph, marks, ground, unfinished, threads, exposures, asker }: ViewParts): TracingView {
  const { budget, inlineBudget, inlineRows, walletReachBudget } = tracePolicy;
  /** The graph of a question that may be answered here; null where making it takes long. */
  const at = (until: number | undefined) => {
    if (until === undefined) return graph;
    return graph.columns.count <= inlineRows ? graphUntil(graph, until) : null;
  };
  const ask: TracingView['ask'] = (kind, question) =>
    threads.ask({ ask: kind, graph: partsOf(graph), question, ...asker });
  return {
    graph,
    marks,
    ground,
    unfinished,
    signal: asker.signal,
    ask,
    inTurn: (search) => exposures.run(asker.caller, search, asker.signal),
    async reach(asked) {
      const now = at(asked.until);
      const small = now && reachDeposits(now, { ...asked, marks, budget: inlineBudget });
      return !small || isShort(small) ? ask('reach', { ...asked, marks, budget }) : small;
    },
    async paths(asked) {
      const now = at(asked.until);
      const small = now && findPaths(now, { ...asked, marks, budget: inlineBudget });
      return !small || isShort(small) ? ask('paths', { ...asked, marks, budget }) : small;
    },
    async walletReach(asked) {
      const now = at(asked.until);
      const small = now && reachFrom(now, { ...asked, marks, budget: inlineBudget });
      return !small || isShort(small)
        ? ask('walletReach', { ...asked, marks, budget: walletReachBudget })
        : small;
    },
  };
}

interface Polling {
  stop(): void;
  /** Resolves when no look is under way any more. */
  readonly ended: Promise<void>;
}

function poll(look: () => Promise<unknown>, logger: Logger): Polling {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const lookAgain = () => {
    if (isStopped) return;
    const begun = Date.now();
    looking = look()
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!isStopped) logger.warn({ err: error }, 'could not look for new transfers');
      });
    void looking.then(() => {
      if (!isStopped) timer = setTimeout(lookAgain, Math.max(pollIntervalMs, Date.now() - begun)).unref();
    });
  };
  lookAgain();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
    get ended() {
      return looking;
    },
  };
}
