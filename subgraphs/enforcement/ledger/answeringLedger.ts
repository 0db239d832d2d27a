import { CordonError } from '../../../shared/errors/cordonError';
import { type Ledger, LedgerBusy, LedgerDamaged } from '@cordon/ledger';
import type { Logger } from '../../../shared/logger/logger';

export interface LedgerAnswers {
  /** Does work; what the ledger cannot do is an answer with a code, and none of what stands in it. */
  answer<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The ledger of requests. */
  readonly ledger: Ledger;
}

/** The client's message for a damaged ledger, without any of its content. */
export const ledgerDamagedMessage = 'the ledger is damaged: nothing of it is served';

/** Returns the ledger for requests: a client learns that it is damaged, and the log the place. */
export function answeringLedger(ledger: Ledger, logger: Logger): LedgerAnswers {
  let logged: number | undefined;
  const asAnswer = (error: unknown): unknown => {
    if (error instanceof LedgerBusy)
      return new CordonError(
        'LEDGER_BUSY',
        'others wrote first for ten seconds: nothing was written, try again',
      );
    if (!(error instanceof LedgerDamaged)) return error;
    if (logged !== error.sequence) logger.error({ err: error }, 'the ledger is damaged');
    logged = error.sequence;
    return new CordonError('LEDGER_DAMAGED', ledgerDamagedMessage);
  };
  const answer: LedgerAnswers['answer'] = async (work) => {
    try {
      return await work();
    } catch (error) {
      throw asAnswer(error);
    }
  };
  return {
    answer,
    ledger: {
      ...ledger,
      commit: (command) => answer(() => ledger.commit(command)),
      commitAll: (command) => answer(() => ledger.commitAll(command)),
      head: () => answer(() => ledger.head()),
    },
  };
}
