import type { Data } from '../../call/unavailableValue';
import type { EntityCall } from './subgraphCall';

/** Entities that one call, or one part of it, asks for. */
export interface EntityBatch {
  readonly call: EntityCall;
  readonly representations: Data[];
  /** Resolves when the answers are there. */
  readonly answered: Promise<readonly unknown[]>;
  /** Undefined until they are. */
  readonly answers: readonly unknown[] | undefined;
  resolve(answers: readonly unknown[]): void;
  reject(error: unknown): void;
}

export function openBatch(call: EntityCall): EntityBatch {
  return new OpenBatch(call);
}

class OpenBatch implements EntityBatch {
  readonly representations: Data[] = [];
  readonly answered: Promise<readonly unknown[]>;
  answers: readonly unknown[] | undefined;
  #settle: Pick<EntityBatch, 'resolve' | 'reject'> | undefined;

  constructor(readonly call: EntityCall) {
    this.answered = new Promise<readonly unknown[]>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Whoever waits for several batches hears of the first that failed.
    this.answered.catch(() => undefined);
  }

  resolve(answers: readonly unknown[]): void {
    this.answers = answers;
    this.#settle?.resolve(answers);
  }

  reject(error: unknown): void {
    this.#settle?.reject(error);
  }
}
