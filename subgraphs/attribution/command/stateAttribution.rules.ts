import { matchKey, readWallet } from '../../../shared/caip/wallet';
import { quoteInput } from '../../../shared/errors/redactSecrets';
import type { AttributionRecord } from '../attribution/attribution.record';
import { type ConfidenceId, confidenceIds, confidenceLevels } from '../attribution/confidence';
import { type Author, idOf, reject, statedNow, textWithin } from './manualStatement.rules';

export interface ManualAttribution {
  readonly key: string;
  readonly wallet: string;
  readonly stance: AttributionRecord['stance'];
  readonly actorId?: string | null;
  readonly label?: string | null;
  readonly confidenceId: string;
  readonly method: string;
  readonly heldFrom?: string | null;
  readonly heldTo?: string | null;
  readonly evidenceUrl?: string | null;
}

function readOwner({ actorId, label }: ManualAttribution): Pick<AttributionRecord, 'actorId' | 'label'> {
  if (!actorId && !label) throw reject('actorId', 'a statement names an actor, or has a label');
  if (actorId && !/^[a-z0-9-]+:\S{1,400}$/.test(actorId))
    throw reject(
      'actorId',
      `actorId: ${quoteInput(actorId)} is not <where from>:<id there>, such as ofac:43337`,
    );
  return { actorId: actorId ?? null, label: label ? textWithin('label', label, 500) : null };
}

function readConfidence(id: string): ConfidenceId {
  const known = confidenceIds.find((one) => one === id);
  if (known) return known;
  throw reject('confidenceId', `confidenceId: ${quoteInput(id)} is not one of ${confidenceIds.join(', ')}`);
}

/** The statement that an analyst makes. Throws BAD_USER_INPUT that names the value. */
export function manualAttribution(stated: ManualAttribution, author: Author): AttributionRecord {
  const { stance, heldFrom = null, heldTo = null, evidenceUrl = null } = stated;
  if (stance === 'RETRACTS')
    throw reject('stance', 'stance: to take a statement back, use retractAttribution');
  const read = readWallet(stated.wallet);
  if ('problem' in read)
    throw reject('wallet', `wallet: ${quoteInput(stated.wallet)} is not an address: ${read.problem}`);
  if (heldFrom && heldTo && heldFrom > heldTo)
    throw reject('heldTo', `heldTo: ${heldTo} is before heldFrom, ${heldFrom}`);
  if (evidenceUrl !== null && !isWebAddress(evidenceUrl))
    throw reject('evidenceUrl', `evidenceUrl: ${quoteInput(evidenceUrl)} is not an http or https URL`);
  const confidenceId = readConfidence(stated.confidenceId);
  return {
    _id: idOf(author, stated.key),
    walletId: read.wallet.id,
    matchKey: matchKey(read.wallet),
    ...readOwner(stated),
    stance,
    confidenceId,
    confidence: confidenceLevels[confidenceId],
    method: textWithin('method', stated.method, 2_000),
    heldFrom,
    heldTo,
    ...statedNow(author, idOf(author, stated.key), evidenceUrl),
  };
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
