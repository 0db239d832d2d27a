import type { Data } from '../../call/unavailableValue';
import type { EntityCall } from './subgraphCall';

/** Entities that one call, or one part of it, asks for. */
export interface EntityBatch {
  readonly call: EntityCall;
  readonly representations: Data[];
  /** The subgraphs that are asked next with what it brings. */
  readonly followedBy: Set<string>;
  /** Resolves when the answers are there. */
  readonly answered: Promise<readonly unknown[]>;
  /** Undefined until they are. */
  readonly answers: readonly unknown[] | undefined;
  resolve(answers: readonly unknown[]): void;
  reject(error: unknown): void;
}

/** Answers that are there. */
export type AnsweredBatch = Pick<EntityBatch, 'answered' | 'answers'> & { readonly call: undefined };

/** Answers to other calls than those for entities. */
export function answeredBatch(answers: readonly unknown[]): AnsweredBatch {
  return { call: undefined, answers, answered: Promise.resolve(answers) };
}

export function openBatch(call: EntityCall): EntityBatch {
  return new OpenBatch(call);
}

class OpenBatch implements EntityBatch {
  readonly representations: Data[] = [];
  readonly followedBy = new Set<string>();
  readonly answered: Promise<readonly unknown[]>;
  answers: readonly unknown[] | undefined;
  #settle: Pick<EntityBatch, 'resolve' | 'reject'> | undefined;

  constructor(readonly call: EntityCall) {
    this.answered = new Promise<readonly unknown[]>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // A step that waits for several batches takes the first rejection: the others are not unhandled.
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
