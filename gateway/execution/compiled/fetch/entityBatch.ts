import type { Data } from '../../call/unavailableValue';
import type { EntityCall } from './subgraphCall';

/** Entities that one call, or one part of it, asks for. */
export class EntityBatch {
  readonly representations: Data[] = [];
  /** The subgraphs that are asked next with what it brings. */
  readonly followedBy = new Set<string>();
  /** Resolves when the answers are there. */
  readonly answered: Promise<readonly unknown[]>;
  #answers: readonly unknown[] | undefined;
  #settle: Pick<EntityBatch, 'resolve' | 'reject'> | undefined;

  constructor(readonly call: EntityCall) {
    this.answered = new Promise<readonly unknown[]>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // A step that waits for several batches takes the first rejection: the others are not unhandled.
    this.answered.catch(() => undefined);
  }

  /** Undefined until they are there. */
  get answers(): readonly unknown[] | undefined {
    return this.#answers;
  }

  resolve(answers: readonly unknown[]): void {
    this.#answers = answers;
    this.#settle?.resolve(answers);
  }

  reject(error: unknown): void {
    this.#settle?.reject(error);
  }
}

/** Answers that are there, to another call than one for entities. */
export type AnsweredBatch = Pick<EntityBatch, 'answered' | 'answers'> & { readonly call: undefined };

export function answeredBatch(answers: readonly unknown[]): AnsweredBatch {
  return { call: undefined, answers, answered: Promise.resolve(answers) };
}
