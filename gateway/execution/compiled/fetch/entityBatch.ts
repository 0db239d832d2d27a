import type { Data } from '../../call/unavailableValue';
import type { EntityCall } from './subgraphCall';

/** Entities that one call, or one part of it, asks for. */
export class EntityBatch {
  readonly representations: Data[] = [];
  /** The subgraphs that are called next with its values. */
  readonly followedBy = new Set<string>();
  /** Resolves when the answers are there. */
  readonly answered: Promise<readonly unknown[]>;
  #answers: readonly unknown[] | undefined;
  #isWhole = false;
  #resolve: (answers: readonly unknown[]) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(readonly call: EntityCall) {
    this.answered = new Promise<readonly unknown[]>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A step that waits for several batches takes the first rejection: the others are not unhandled.
    this.answered.catch(() => undefined);
  }

  /** Undefined until they are there. */
  get answers(): readonly unknown[] | undefined {
    return this.#answers;
  }

  /** True where no part of the answers was lost. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  resolve(answers: readonly unknown[], isWhole: boolean): void {
    this.#answers = answers;
    this.#isWhole = isWhole;
    this.#resolve(answers);
  }

  reject(error: unknown): void {
    this.#reject(error);
  }
}

/** Answers that are there, to another call than one for entities. */
export type AnsweredBatch = Pick<EntityBatch, 'answered' | 'answers' | 'isWhole'> & {
  readonly call: undefined;
};

export function answeredBatch(answers: readonly unknown[], isWhole: boolean): AnsweredBatch {
  return { call: undefined, answers, answered: Promise.resolve(answers), isWhole };
}
