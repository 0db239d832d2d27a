import type { RootCall, EntityCall } from './fetch/subgraphCall';
import type { AnswerSelection } from '../call/answerSelection';
import type { Representation } from './fetch/representation';

/** A step of a compiled plan. */
export type Step =
  | { readonly kind: 'Sequence'; readonly steps: readonly Step[] }
  | { readonly kind: 'Parallel'; readonly steps: readonly Step[] }
  | RootStep
  | EntityStep;

/** The place of a fetch's data, and the way in which it is merged there. */
interface Fetching {
  /** Names in the gateway's data, and `@` for every element of a list. */
  readonly path: readonly string[];
  /** The place on the way whose objects are known, and the path from there. */
  readonly from?: { readonly place: number; readonly path: readonly string[] } | undefined;
  /** The merged selection, with its names in the answer and in the gateway's data. */
  readonly selection: AnswerSelection;
  /** The subgraphs that are called next with its values. */
  readonly followedBy: readonly string[];
}

export interface RootStep extends Fetching {
  readonly kind: 'Root';
  readonly call: RootCall;
  /** The number of root fields that it does not ask for, because another one is equal. */
  readonly equalRoots: number;
  /** Calls for entities that objects of the answer answer too. */
  readonly gives: readonly GivenCall[];
}

/** A call for entities that is answered by the objects at a path of another answer. */
export interface GivenCall extends CoveredCall {
  readonly objects: readonly string[];
}

export interface EntityStep extends Fetching {
  readonly kind: 'Entities';
  readonly call: EntityCall;
  readonly representation: Representation;
  /** Smaller calls: this one asks for all that they ask for. */
  readonly covered: readonly CoveredCall[];
}

export interface CoveredCall {
  readonly call: EntityCall;
  readonly representation: Representation;
}
