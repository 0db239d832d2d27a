/**
 * The rule by which mixed funds are told apart (docs/concepts/exposure.md). POISON: all of it is tainted.
 * HAIRCUT: in proportion. FIFO: first in, first out. LIFO: last in, first out. TIHO: taint in, highest out.
 */
export const TaintMethod = {
  POISON: 'POISON',
  HAIRCUT: 'HAIRCUT',
  FIFO: 'FIFO',
  LIFO: 'LIFO',
  TIHO: 'TIHO',
} as const;

export type TaintMethod = (typeof TaintMethod)[keyof typeof TaintMethod];
