import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { RequestContext } from '../rows/request';
import { isSamePerson } from '../vocabulary/person.rules';
import type { MeasureRecord } from './measure.record';

type Reasoned = Pick<
  MeasureRecord,
  'kind' | 'observed' | 'maker' | 'makerIssuer' | 'checker' | 'checkerIssuer'
>;

/**
 * Tells if a caller reads the reason of a measure. The words may speak of a process that must not be
 * disclosed. So this depends only on the caller and the kind of measure, not on the processes: a withheld
 * reason reveals nothing.
 */
export function maySeeReason(
  { kind, observed, ...people }: Reasoned,
  {
    tenant,
    knowledge,
    caller,
  }: Pick<RequestContext, 'tenant' | 'caller'> & Pick<HasLegalProcesses, 'knowledge'>,
): boolean {
  if (tenant !== null) return false;
  // No process carries a flag or a restriction, and an observed measure is somebody else's act.
  if (knowledge.restricted || observed || kind === 'FLAG' || kind === 'RESTRICT') return true;
  const { maker, makerIssuer, checker, checkerIssuer } = people;
  return [
    { subject: maker, issuer: makerIssuer },
    { subject: checker, issuer: checkerIssuer },
  ].some(({ subject, issuer }) => typeof subject === 'string' && isSamePerson({ subject, issuer }, caller));
}
