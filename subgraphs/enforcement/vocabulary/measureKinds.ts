/** The acts on an account, weakest first: the order decides which of several measures gives the status. */
export const measureKinds = ['FLAG', 'RESTRICT', 'FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'] as const;

export type MeasureKind = (typeof measureKinds)[number];

/** The status that each measure gives while it is in force. */
export const statusUnder = {
  FLAG: 'FLAGGED',
  RESTRICT: 'RESTRICTED',
  FREEZE: 'FROZEN',
  BLOCK: 'BLOCKED',
  SEIZE: 'SEIZED',
  FORFEIT: 'FORFEITED',
} as const satisfies Record<MeasureKind, string>;

export type AccountStatus = 'OPEN' | (typeof statusUnder)[MeasureKind];

/**
 * Under these an account is held: nothing leaves it but by law, as its owner has lost the title or may not move it.
 * `frozenSince` and `frozenAccounts` count them.
 */
export const immovableKinds: readonly MeasureKind[] = ['FREEZE', 'BLOCK', 'SEIZE', 'FORFEIT'];

/** Under these what a SEIZE takes is held, and still its owner's. */
export const frozenKinds: readonly MeasureKind[] = ['FREEZE', 'BLOCK'];

/** The reason why a measure ended. The reasons for each kind are in basis.rules.ts. */
export const endReasons = [
  'EXPIRY',
  'WITHDRAWAL',
  'COURT_ORDER',
  'LICENCE',
  'DELISTING',
  'MISTAKEN_IDENTITY',
  'CHECK_LAPSED',
] as const;

export type EndReason = (typeof endReasons)[number];
