import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import type { ProcessFact } from '../legalProcess/legalProcess.facts';
import { sourceFact } from '../vocabulary/sourceFact';

/** @throws CordonError BAD_USER_INPUT where the times of a process cannot be so */
export function requireTimes({
  served,
  effective,
  expiry,
}: Pick<ProcessFact, 'served' | 'effective' | 'expiry'>): void {
  const begins = effective ?? served;
  if (expiry !== null && begins !== null && expiry <= begins) {
    throw badUserInput('it would expire before it is in force', { argument: 'expiry' });
  }
  if (expiry !== null && served !== null && expiry <= served) {
    throw badUserInput('it would have expired when it was served', { argument: 'expiry' });
  }
}

/** @throws CordonError BAD_USER_INPUT where a process would be issued or served after the time at which that is recorded */
export function rejectFutureTimes(
  { issued, served }: { readonly issued?: Date | null; readonly served?: Date | null },
  now: Date,
): void {
  if (issued && issued > now) throw badUserInput('issued is in the future', { argument: 'issued' });
  if (served && served > now) throw badUserInput('served is in the future', { argument: 'served' });
}

const text = (at: Date | null | undefined) => at?.toISOString() ?? null;

/** A process as the ledger has it, from the view. */
export function processFactOf(process: LegalProcessRecord): ProcessFact {
  const { _id, kind, authority, docket, withdrawn, scope, assets, disclosure, mayNotify, audience } = process;
  return {
    id: _id,
    kind,
    authority,
    docket: docket ?? null,
    issued: text(process.issued),
    served: text(process.served),
    effective: text(process.effective),
    expiry: text(process.expiry),
    withdrawn,
    scope: [...scope],
    assets: assets ? [...assets] : null,
    ...(process.law ? { law: process.law } : {}),
    ...(typeof process.reportRequired === 'boolean' ? { reportRequired: process.reportRequired } : {}),
    disclosure,
    mayNotify,
    audience: [...audience],
    illustrative: process.illustrative,
    source: sourceFact(process.source),
  };
}

/** A process is withdrawn at an instant: from then on it carries nothing. */
export function decideWithdrawal(process: LegalProcessRecord, at: Date): ProcessFact {
  requireInForce(process, at);
  return { ...processFactOf(process), expiry: at.toISOString(), withdrawn: true };
}

export type Amendment = Partial<
  Pick<
    ProcessFact,
    'served' | 'effective' | 'expiry' | 'scope' | 'assets' | 'disclosure' | 'mayNotify' | 'audience'
  >
>;

/** Decides the changes of a process. An expired one can be extended; a withdrawn one is over. */
export function decideAmendment(process: LegalProcessRecord, amendment: Amendment): ProcessFact {
  if (process.withdrawn) throw alreadyEnded(process);
  const amended = { ...processFactOf(process), ...amendment };
  requireTimes(amended);
  return amended;
}

/** What a correction may omit. `undefined`: omitted. */
interface OmittableParts {
  readonly assets?: readonly string[] | null | undefined;
  readonly reportRequired?: boolean | null | undefined;
  readonly source?: object | null | undefined;
}

/**
 * Returns the recorded parts of a process that a correction omits. No client reads all of them: a correction that lost them
 * would widen a licence to all assets, or end a duty to report.
 */
export function partsToKeep(
  process: LegalProcessRecord,
  given: OmittableParts,
): Partial<Pick<ProcessFact, 'assets' | 'reportRequired' | 'source'>> {
  const { assets, reportRequired, source } = processFactOf(process);
  return {
    ...(given.assets === undefined ? { assets } : {}),
    ...(typeof given.reportRequired !== 'boolean' && reportRequired !== undefined ? { reportRequired } : {}),
    ...(given.source ? {} : { source }),
  };
}

/**
 * A process that was typed wrong, as it reads from now on. That it was withdrawn, and when, is no matter of typing.
 * @throws CordonError BAD_USER_INPUT where its times cannot be so
 */
export function decideCorrection(process: LegalProcessRecord, stated: ProcessFact): ProcessFact {
  const { withdrawn, expiry } = process;
  const corrected = withdrawn ? { ...stated, withdrawn, expiry: text(expiry) } : stated;
  requireTimes(corrected);
  return corrected;
}

function requireInForce(process: LegalProcessRecord, at: Date): void {
  if (process.withdrawn || (process.expiry && process.expiry <= at)) throw alreadyEnded(process);
}

const alreadyEnded = ({ _id, expiry }: LegalProcessRecord) =>
  new CordonError('ALREADY_ENDED', `${_id} ended at ${expiry?.toISOString() ?? 'some time'}`);
