/** What can be done to an account, weakest first: the order decides which of several measures gives the status. */
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

/** Under these nothing of the account can be moved by its owner: `frozenSince` counts from them. */
export const holdingKinds: readonly MeasureKind[] = ['FREEZE', 'BLOCK', 'SEIZE'];

/** Under these nothing leaves an account but by law: its owner has lost the title, or may not move it. */
export const immovableKinds: readonly MeasureKind[] = [...holdingKinds, 'FORFEIT'];

/** Under these an account counts as frozen for `frozenAccounts`: held, and still its owner's. */
export const frozenKinds: readonly MeasureKind[] = ['FREEZE', 'BLOCK'];

/** Why a measure ended. Which reason can end which kind is in basis.rules.ts. */
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
