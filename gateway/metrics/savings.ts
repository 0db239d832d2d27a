/** The ways in which the compiled executor saves calls and representations. Each can be switched off. */
export const savingNames = ['representations', 'entities', 'waves', 'roots'] as const;

export type SavingName = (typeof savingNames)[number];

/** The savings that are on. */
export type Savings = ReadonlySet<SavingName>;

/** The savings since the process started. */
export interface SavingsCounts {
  /** Representations that a fetch did not send, because an equal one of it was. */
  equalRepresentations: number;
  /** Entities that were not asked for, because the same fields of them had been asked for in the same request. */
  knownEntities: number;
  /** Calls that were not made, because they were part of another one to the same subgraph. */
  mergedCalls: number;
  /** Root fields that were not asked for, because an equal one was, under another alias. */
  equalRootFields: number;
}

export const noSavingsYet = (): SavingsCounts => ({
  equalRepresentations: 0,
  knownEntities: 0,
  mergedCalls: 0,
  equalRootFields: 0,
});
