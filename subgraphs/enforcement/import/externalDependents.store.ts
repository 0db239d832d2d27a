import type { EnforcementDatabase } from '../connectEnforcement';
import { notRetracted } from '../projection/projectionFields.record';
import type { ExternalDependent } from './rejectCase.rules';

type Records = Pick<EnforcementDatabase['records'], 'accounts' | 'measures' | 'holdings'>;

interface CaseRows {
  readonly caseName: string;
  readonly accountIds: readonly string[];
  readonly processIds: readonly string[];
}

/** Finds records of others that depend on accounts and processes of a case. */
export async function findExternalDependents(
  { measures, holdings }: Records,
  { caseName, accountIds, processIds }: CaseRows,
): Promise<ExternalDependent[]> {
  const others = { ...notRetracted, caseName: { $ne: caseName } };
  const onAccount = { accountId: { $in: [...accountIds] } };
  const fields = { accountId: 1, recordedBy: 1 } as const;
  const [taken, held] = await Promise.all([
    measures
      .find(
        { ...others, $or: [onAccount, { processIds: { $in: [...processIds] } }] },
        { ...fields, processIds: 1 },
      )
      .lean(),
    holdings.find({ ...others, ...onAccount }, fields).lean(),
  ]);
  return [
    ...taken.map(({ _id, recordedBy, accountId, processIds: bases }) => ({
      what: `the measure ${_id}`,
      recordedBy,
      dependsOn: [accountId, ...bases],
    })),
    ...held.map(({ _id, recordedBy, accountId }) => ({
      what: `the holding ${_id}`,
      recordedBy,
      dependsOn: [accountId],
    })),
  ];
}

/** Finds those of some venues that have accounts of others than the case. */
export async function findVenuesUsedByOthers(
  { accounts }: Records,
  caseName: string,
  venueIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const used = await accounts.distinct('venueId', {
    ...notRetracted,
    venueId: { $in: [...venueIds] },
    caseName: { $ne: caseName },
  });
  return new Set(used);
}
