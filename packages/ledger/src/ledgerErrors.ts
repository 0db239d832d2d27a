/**
 * The ledger's content differs from what was written: `cordon ledger verify` says more. Nothing of it is
 * served.
 */
export class LedgerDamaged extends Error {
  override readonly name = 'LedgerDamaged';

  constructor(
    /** Of the first event that does not fit. */
    readonly sequence: number,
    why: string,
  ) {
    super(`the ledger is damaged: ${why} (\`cordon ledger verify\` says more)`);
  }
}

/** Other writers were always first. Nothing was written since one of them was: it can be tried again. */
export class LedgerBusy extends Error {
  override readonly name = 'LedgerBusy';

  constructor() {
    super('the ledger is busy: other writers were first for ten seconds: try again');
  }
}
