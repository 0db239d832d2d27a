import { CordonError } from '../../../shared/errors/cordonError';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import type { AttributionRecord } from '../attribution/attribution.record';
import { type Author, idOf, operatorOrigin, statedNow, textWithin } from './manualStatement.rules';

/**
 * Returns the statement that retracts another. Throws STATEMENT_NOT_ALLOWED where the operator may not
 * retract that one.
 */
export function manualRetraction(
  { key, reason }: { readonly key: string; readonly reason: string },
  statement: AttributionRecord,
  author: Author,
): AttributionRecord {
  if (statement.origin !== operatorOrigin || statement.stance === 'RETRACTS')
    throw new CordonError(
      'STATEMENT_NOT_ALLOWED',
      `${quoteInput(statement._id)} is not a statement of our own analysts: dispute it with stateAttribution`,
    );
  const id = idOf(author, key);
  const { walletId, matchKey: found, actorId, label, confidenceId, confidence } = statement;
  return {
    _id: id,
    walletId,
    matchKey: found,
    actorId: actorId ?? null,
    label: label ?? null,
    stance: 'RETRACTS',
    confidenceId,
    confidence,
    method: textWithin('reason', reason, 2_000),
    heldFrom: null,
    heldTo: null,
    retracts: statement._id,
    ...statedNow(author, id, null),
  };
}
