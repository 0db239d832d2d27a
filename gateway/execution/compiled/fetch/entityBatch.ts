import type { Data } from '../../call/unavailableValue';
import type { EntityCall } from './subgraphCall';

/** Entities that one call, or one part of it, asks for. */
export class EntityBatch {
  readonly representations: Data[] = [];
  /** The subgraphs that are called next with its values. */
  readonly followedBy = new Set<string>();
  readonly #listeners: (() => void)[] = [];
  #answers: readonly unknown[] | undefined;
  #isWhole = false;

  constructor(readonly call: EntityCall) {}

  /** Undefined until they are there. */
  get answers(): readonly unknown[] | undefined {
    return this.#answers;
  }

  /** True where no part of the answers was lost. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Calls a listener once the answers arrive. Takes none after that, and calls none where the request fails. */
  onAnswer(listener: () => void): void {
    this.#listeners.push(listener);
  }

  resolve(answers: readonly unknown[], isWhole: boolean): void {
    this.#answers = answers;
    this.#isWhole = isWhole;
    for (const listener of this.#listeners) listener();
  }
}

/** Answers that are there, to another call than one for entities. */
export type AnsweredBatch = Pick<EntityBatch, 'onAnswer' | 'answers' | 'isWhole'> & {
  readonly call: undefined;
};

export function answeredBatch(answers: readonly unknown[], isWhole: boolean): AnsweredBatch {
  return { call: undefined, answers, onAnswer: (listener) => listener(), isWhole };
}
