import { CordonError } from '../../../shared/errors/cordonError';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { type BasisLack, type Burden, lackOf, type ProcessTerms } from '../legalProcess/legalProcess.rules';

export interface BasisNeed extends Burden {
  /** The act, such as "a FREEZE". */
  readonly act: string;
  readonly at: Date;
}

type Basis = ProcessTerms & Pick<LegalProcessRecord, '_id'>;

/**
 * Rejects an act unless all processes that it names can carry it at its instant (DOMAIN, invariant 1). Each
 * must: a basis that does not hold is not named.
 * @throws CordonError that names the process and its lack
 */
export function requireBases(processes: readonly Basis[], need: BasisNeed): void {
  if (processes.length === 0) {
    throw new CordonError('BASIS_MISSING', `${need.act} needs a legal process: ${need.kinds.join(', ')}`, {
      kinds: need.kinds,
    });
  }
  for (const process of processes) {
    const lack = lackOf(process, need, need.at);
    if (lack) throw new CordonError(lack, messageOf(lack, process, need), { process: process._id });
  }
}

function messageOf(lack: BasisLack, process: Basis, { act, accountId, kinds, at }: BasisNeed): string {
  const { kind, expiry, scope, assets } = process;
  const name = JSON.stringify(process._id);
  switch (lack) {
    case 'BASIS_CANNOT_CARRY':
      return `${name} is a ${kind}, which does not carry ${act}: ${kinds.join(', ')} can`;
    case 'BASIS_NOT_SERVED':
      return `${name} was not served by ${at.toISOString()}`;
    case 'BASIS_NOT_IN_FORCE':
      return `${name} is not in force at ${at.toISOString()} yet`;
    case 'BASIS_WITHDRAWN':
      return `${name} was withdrawn at ${expiry?.toISOString() ?? 'some time'}`;
    case 'BASIS_EXPIRED':
      return `${name} expired at ${expiry?.toISOString() ?? 'some time'}`;
    case 'NOT_IN_SCOPE':
      return scope.includes(accountId)
        ? `${name} reaches only ${assets?.join(', ') ?? 'other assets'}`
        : `${accountId} is not in the scope of ${name}`;
  }
}
