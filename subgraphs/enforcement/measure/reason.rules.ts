import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { RequestContext } from '../rows/request';
import { isSamePerson } from '../vocabulary/person.rules';
import type { MeasureRecord } from './measure.record';

type Reasoned = Pick<
  MeasureRecord,
  'kind' | 'observed' | 'maker' | 'makerIssuer' | 'checker' | 'checkerIssuer'
>;

/**
 * Whether a caller reads why a measure was taken. The words may speak of a process that must not be disclosed. So this
 * depends on the caller and the kind of measure only, and not on the processes: a reason that is withheld tells nothing.
 */
export function readsReason(
  { kind, observed, ...people }: Reasoned,
  {
    tenant,
    knowledge,
    caller,
  }: Pick<RequestContext, 'tenant' | 'caller'> & Pick<HasLegalProcesses, 'knowledge'>,
): boolean {
  if (tenant !== null) return false;
  // No process carries a flag or a restriction, and what is only observed is somebody else's act.
  if (knowledge.restricted || observed || kind === 'FLAG' || kind === 'RESTRICT') return true;
  const { maker, makerIssuer, checker, checkerIssuer } = people;
  return [
    { subject: maker, issuer: makerIssuer },
    { subject: checker, issuer: checkerIssuer },
  ].some(({ subject, issuer }) => typeof subject === 'string' && isSamePerson({ subject, issuer }, caller));
}
