import { CordonError } from '../../../shared/errors/cordonError';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { processInForce } from '../legalProcess/legalProcess.rules';
import type { LegalProcessKind } from '../legalProcess/legalProcessKinds';

export interface BasisNeed {
  /** What is to be done, such as "a FREEZE". */
  readonly act: string;
  readonly accountId: string;
  /** CAIP-19; null: the account whole. */
  readonly assets: readonly string[] | null;
  readonly kinds: readonly LegalProcessKind[];
  readonly at: Date;
}

type Basis = Pick<
  LegalProcessRecord,
  '_id' | 'kind' | 'served' | 'effective' | 'expiry' | 'withdrawn' | 'scope' | 'assets'
>;

/**
 * Whether all processes that an act names can carry it at the instant of the act (DOMAIN, invariant 1). Each must: a
 * basis that does not hold is not named.
 * @throws CordonError that names the process, and says what it lacks
 */
export function requireBases(processes: readonly Basis[], need: BasisNeed): void {
  if (processes.length === 0) {
    throw new CordonError('BASIS_MISSING', `${need.act} needs a legal process: ${need.kinds.join(', ')}`, {
      kinds: need.kinds,
    });
  }
  for (const process of processes) requireBasis(process, need);
}

function requireBasis(process: Basis, { act, accountId, assets, kinds, at }: BasisNeed): void {
  const { _id, kind, served, effective, expiry, withdrawn, scope } = process;
  const begins = effective ?? served;
  const process_ = JSON.stringify(_id);
  const details = { process: _id };
  if (!kinds.includes(kind)) {
    const message = `${process_} is a ${kind}, which does not carry ${act}: ${kinds.join(', ')} can`;
    throw new CordonError('BASIS_CANNOT_CARRY', message, details);
  }
  // Nobody serves a designation: it binds from the moment at which it is in force.
  if (kind !== 'OFAC_DESIGNATION' && (!served || served > at)) {
    throw new CordonError('BASIS_NOT_SERVED', `${process_} was not served by ${at.toISOString()}`, details);
  }
  if (!begins || begins > at) {
    throw new CordonError(
      'BASIS_NOT_IN_FORCE',
      `${process_} is not in force at ${at.toISOString()} yet`,
      details,
    );
  }
  if (!processInForce(process, at)) {
    const code = withdrawn ? 'BASIS_WITHDRAWN' : 'BASIS_EXPIRED';
    const how = withdrawn ? 'was withdrawn' : 'expired';
    throw new CordonError(code, `${process_} ${how} at ${expiry?.toISOString() ?? 'some time'}`, details);
  }
  const reached = process.assets;
  if (!scope.includes(accountId)) {
    throw new CordonError('NOT_IN_SCOPE', `${accountId} is not in the scope of ${process_}`, details);
  }
  if (reached && !assets?.every((asset) => reached.includes(asset))) {
    throw new CordonError('NOT_IN_SCOPE', `${process_} reaches ${reached.join(', ')} alone`, details);
  }
}
