import type { RowBatch } from '../graph/rowBuffer';
import type { PathsAnswer, PathsQuestion } from '../search/paths';
import type { ExposureAnswer } from '../taint/exposureOf';
import type { ExposureTask } from '../taint/exposureQuestion';
import type { ReachAnswer, ReachQuestion } from '../search/reach';
import type { WalletReachAnswer, WalletReachQuestion } from '../search/walletReach';
import type { WalletParts } from '../graph/walletTable';
import type { GraphParts } from './graphParts';

/** A batch as it goes to another thread. */
export type BatchParts = Omit<RowBatch, 'wallets'> & { readonly wallets: WalletParts };

/** The questions to a thread, with their answers. */
export interface TracingTasks {
  readonly reach: { readonly question: ReachQuestion; readonly answer: ReachAnswer };
  readonly paths: { readonly question: PathsQuestion; readonly answer: PathsAnswer };
  readonly walletReach: { readonly question: WalletReachQuestion; readonly answer: WalletReachAnswer };
  readonly exposure: { readonly question: ExposureTask; readonly answer: ExposureAnswer };
  /** The next state: the graph (null: none before) with the rows read since. */
  readonly merge: { readonly question: BatchParts; readonly answer: GraphParts };
}

export type TracingAsk = keyof TracingTasks;

export type QuestionOf<Ask extends TracingAsk> = TracingTasks[Ask]['question'];
export type AnswerOf<Ask extends TracingAsk> = TracingTasks[Ask]['answer'];

/** A question to the thread; it has one at a time. */
export type TracingRequest = {
  readonly [Ask in TracingAsk]: {
    readonly ask: Ask;
    readonly graph: GraphParts | null;
    readonly question: QuestionOf<Ask>;
  };
}[TracingAsk];

export type TracingReply =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly message: string; readonly stack: string | undefined };
