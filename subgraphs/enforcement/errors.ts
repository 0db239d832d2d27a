import type { ErrorCodeTable } from '../../shared/errors/cordonError';

/** The codes of the enforcement subgraph. */
export const enforcementCodes = {
  REACH_UNKNOWN: {
    status: 200,
    meaning:
      "The attribution subgraph did not pass the accounts that the actor's funds reached. So the answer cannot tell which of them are frozen.",
    remedy: 'Ask again when the attribution subgraph answers. Do not read it as "no frozen accounts".',
  },
  NEGATIVE_HELD: {
    status: 200,
    meaning: 'More of an asset would leave an account than is held there. Nothing was written.',
    remedy: 'Correct the amount, or record first what was observed to be held.',
  },
  AMOUNTS_DO_NOT_ADD_UP: {
    status: 200,
    meaning:
      'The amounts of an asset are impossible: frozen + inflow = held + seized + released + destroyed must hold, whatever is unknown. Nothing was written.',
    remedy: 'Correct the amounts that the message names.',
  },
  ALREADY_REGISTERED: {
    status: 200,
    meaning: 'Something with this id is there already. Nothing was written.',
    remedy: 'Use what is there, or correct it by naming the event that recorded it.',
  },
  BASIS_MISSING: {
    status: 200,
    meaning: 'The act needs a legal process and names none. Nothing was written.',
    remedy: 'Have legal record the process, and name it; the message says which kinds can carry the act.',
  },
  BASIS_CANNOT_CARRY: {
    status: 200,
    meaning:
      'A process of this kind does not carry the act, such as a subpoena a freeze. Nothing was written.',
    remedy: 'Name a process of a kind that the message lists.',
  },
  BASIS_NOT_SERVED: {
    status: 200,
    meaning: 'A process that the act names was not served when it was done. Nothing was written.',
    remedy: 'Have legal record the service, then try again.',
  },
  BASIS_NOT_IN_FORCE: {
    status: 200,
    meaning: 'A process that the act names takes effect later, or nobody knows when. Nothing was written.',
    remedy: 'Wait for its effective time, or have legal amend it.',
  },
  BASIS_EXPIRED: {
    status: 200,
    meaning:
      'A process that the act names had expired when it was done, perhaps after it was proposed. Nothing was written.',
    remedy: 'Have legal record its extension or a new process.',
  },
  BASIS_WITHDRAWN: {
    status: 200,
    meaning: 'A process that the act names had been withdrawn. Nothing was written.',
    remedy: 'Name a process that is in force.',
  },
  BASIS_STILL_IN_FORCE: {
    status: 200,
    meaning: 'A measure would end for want of a basis, and its basis is in force. Nothing was written.',
    remedy:
      'Have legal record the withdrawal or the delisting first, or release on a licence or court order.',
  },
  NOT_IN_SCOPE: {
    status: 200,
    meaning:
      'The account, or the asset, is not in the scope of a process that the act names. Nothing was written.',
    remedy: 'Name a process that covers it, or have legal amend the scope.',
  },
  PROCESS_IN_USE: {
    status: 200,
    meaning: 'With this change a measure would have had no basis when it began. Nothing was written.',
    remedy: 'Withdraw the process, or release the measure that the message names.',
  },
  FLAG_MISSING: {
    status: 200,
    meaning: 'A restriction needs a flag in force on the account. Nothing was written.',
    remedy: 'Flag the account first.',
  },
  GROUNDS_MISSING: {
    status: 200,
    meaning: 'A flag needs a claim or a rule, and names neither. Nothing was written.',
    remedy: 'Name the claims, or the rule that found it.',
  },
  EXPIRY_MISSING: {
    status: 200,
    meaning: 'A restriction needs an expiry in the future. Nothing was written.',
    remedy: 'Say until when.',
  },
  HOLD_MISSING: {
    status: 200,
    meaning: 'A seizure needs a freeze or a block in force on the account. Nothing was written.',
    remedy: 'Freeze or block the account first.',
  },
  TRANSFER_MISSING: {
    status: 200,
    meaning: 'A seizure needs the amount of each asset that is taken. Nothing was written.',
    remedy: 'Give the amounts.',
  },
  ACCOUNT_HELD: {
    status: 200,
    meaning:
      'An amount would leave an account that is frozen, blocked or seized, without a licence. Nothing was written.',
    remedy: "Name the licence or the court's release.",
  },
  ALREADY_ENDED: {
    status: 200,
    meaning: 'The measure, process or hold has ended already. Nothing was written.',
    remedy: 'Nothing is left to end. Read the end in the record.',
  },
  CANNOT_END_SO: {
    status: 200,
    meaning: "The measure does not end for this reason, or it is somebody else's act. Nothing was written.",
    remedy: 'Give a reason that the message lists.',
  },
  EMERGENCY_USED: {
    status: 200,
    meaning:
      'The account was frozen in an emergency before, nobody confirmed it, and two people have taken no measure on it since. One person cannot prolong it. Nothing was written.',
    remedy: 'Have it confirmed while it lasts, or propose a freeze to a checker.',
  },
  PROPOSAL_EXPIRED: {
    status: 200,
    meaning: 'The proposal was not decided within 72 hours. Nothing was written.',
    remedy: 'Propose it anew.',
  },
  CHECK_LAPSED: {
    status: 200,
    meaning: 'Nobody confirmed the emergency freeze within 24 hours: it has ended. Nothing was written.',
    remedy: 'Propose a freeze to a checker.',
  },
  VIEWS_DAMAGED: {
    status: 200,
    meaning:
      'Rows behind the answers differ from those that the ledger gives: somebody edited or removed them. Nothing is served until they are rebuilt, which has begun.',
    remedy:
      'Ask again in a minute. The administrator of this Cordon finds the rows in the log; where it stays, run `cordon ledger rebuild`.',
  },
  REPORT_DOES_NOT_MEET: {
    status: 200,
    meaning:
      'A report names an obligation that it cannot meet. The obligation is of another kind, arose after the report was filed, or is met only by a checker. Nothing was written.',
    remedy: 'Name the obligations of its kind that there were when it was filed; `obligations` lists them.',
  },
  CANNOT_CORRECT: {
    status: 200,
    meaning:
      'The event did not record what the correction gives, or another event has replaced it since. Nothing was written.',
    remedy: 'Name the event that recorded it last. Acts that need two people are released and proposed anew.',
  },
} as const satisfies ErrorCodeTable;
