import type { Data } from '../../call/unavailableValue';
import type { EntityCall } from './subgraphCall';

/** Entities that one call, or one part of it, asks for. */
export interface EntityBatch {
  readonly call: EntityCall;
  readonly representations: Data[];
  /** Resolves when the answers are there. */
  readonly answered: Promise<readonly unknown[]>;
  resolve(answers: readonly unknown[]): void;
  reject(error: unknown): void;
}

export function openBatch(call: EntityCall): EntityBatch {
  let settle: Pick<EntityBatch, 'resolve' | 'reject'> | undefined;
  const answered = new Promise<readonly unknown[]>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new Error('a promise did not begin');
  // Whoever waits for several batches hears of the first that failed.
  answered.catch(() => undefined);
  return { call, representations: [], answered, ...settle };
}
