import type { ActorStatement } from '../attribution/attribution.record';
import { type AttributionView, assertionsInForce } from '../attribution/attribution.rules';
import type { ExposureType } from '../exposure/exposure.type';
import { groupBy } from '../rows/groupBy';
import type { ActorStatusRecord } from '../listing/actorStatus.record';
import type { AccountTraceFound } from '../tracing/findAccountTraces';
import type { Finding } from './finding.rules';

/**
 * Returns the findings for statements about a wallet that are not retracted. A retraction is one too, as it
 * is the cause of another's removal.
 */
export function statementFindings(statements: readonly AttributionView[]): Finding[] {
  return statements
    .filter(({ retracted }) => !retracted)
    .map(({ _id, walletId, actorId, label, stance, confidence, disputed }) => ({
      id: `STATEMENT ${_id}`,
      kind: 'STATEMENT',
      walletId,
      actorId: actorId ?? null,
      label: label ?? null,
      statementIds: [_id],
      stance,
      confidence,
      disputed,
    }));
}

export function designationFindings(statuses: readonly ActorStatusRecord[]): Finding[] {
  return statuses.flatMap(({ _id: actorId, designationIds }) =>
    designationIds.map((designationId) => ({
      id: `DESIGNATION ${actorId} ${designationId}`,
      kind: 'DESIGNATION',
      actorId,
      designationId,
    })),
  );
}

/** Returns the findings for the actors linked to one, without itself. */
export const linkFindings = (actorId: string, linkedActorIds: readonly string[]): Finding[] =>
  linkedActorIds
    .filter((linked) => linked !== actorId)
    .map((linked) => ({ id: `LINK ${linked}`, kind: 'LINK', actorId: linked }));

/** Returns the wallets that statements attribute to ONE actor, each with those statements. */
export function walletFindings(
  statements: readonly ActorStatement[],
  moment: { readonly minConfidence: number; readonly knownAt: Date },
): Finding[] {
  const inForce = assertionsInForce(statements, moment);
  return [...groupBy(inForce, ({ walletId }) => walletId)].map(([walletId, saying]) => ({
    id: `WALLET ${walletId}`,
    kind: 'WALLET',
    walletId,
    actorId: saying[0]?.actorId ?? null,
    statementIds: saying.map(({ _id }) => _id).sort(),
  }));
}

export const depositFindings = (
  deposits: readonly { readonly accountId: string; readonly walletId: string }[],
): Finding[] =>
  deposits.map(({ accountId, walletId }) => ({
    id: `DEPOSIT_WALLET ${accountId} ${walletId}`,
    kind: 'DEPOSIT_WALLET',
    accountId,
    walletId,
  }));

export const reachFindings = (traces: readonly AccountTraceFound[]): Finding[] =>
  traces.map(({ accountId, actorId, walletId, startId, seqs }) => ({
    id: `REACH ${accountId} ${actorId}`,
    kind: 'REACH',
    accountId,
    actorId,
    walletId,
    startId,
    seqs: [...seqs],
  }));

/** One for each asset and owner: how much is from it, or went to it. */
export function exposureFindings(walletId: string, { direction, assets }: ExposureType): Finding[] {
  const kind = direction === 'IN' ? 'EXPOSURE_IN' : 'EXPOSURE_OUT';
  return assets.flatMap(({ asset, actors }) =>
    actors.map(({ actor, label, direct, indirect }) => ({
      id: `${kind} ${walletId} ${asset.id} ${actor ? `actor ${actor.id}` : `label ${label ?? ''}`}`,
      kind,
      walletId,
      actorId: actor?.id ?? null,
      label,
      asset: asset.id,
      direct: String(direct),
      indirect: String(indirect),
    })),
  );
}
