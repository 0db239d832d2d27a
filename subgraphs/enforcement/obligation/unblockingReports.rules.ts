import type { LegalProcessRecord } from '../legalProcess/legalProcess.record';
import { inForceAt } from '../measure/status.rules';
import { reportDay } from './blockedReports.rules';
import { type Act, assumptionNote, type Duty, dueOnDay } from './duty.rules';
import { actDay } from '../law/newYorkDay.rules';
import type { OutflowRecord } from '../outflow/outflow.record';
import { reportingOf } from '../report/reportingRules';
import { mustBeReported } from './reportException.rules';

/** (b)(3)(i) says when: within 10 business days, also where a court or an agency ordered it (89 FR 40372, 89 FR 81358). */
const rule = '31 CFR 501.603(b)(3)';

type Process = Pick<LegalProcessRecord, '_id' | 'kind' | 'reportRequired'>;

/** The processes that acts rest on, by id. */
export type Processes = ReadonlyMap<string, Process>;

const licencesOf = (ids: readonly string[], processes: Processes) =>
  ids.flatMap((id) => {
    const process = processes.get(id);
    return process?.kind === 'LICENCE' ? [process] : [];
  });

/** The report on a block that has ended, or null where none is due. */
export function unblockingReport(block: Act, processes: Processes, now: Date): Duty | null {
  const { _id, accountId, to, endReason, endProcessIds } = block;
  if (!to || to > now) return null;
  const on = actDay(to);
  const licences = licencesOf(endProcessIds, processes);
  if (!mustBeReported({ on, endReason: endReason ?? null, licences, betweenBlockedAccounts: false }))
    return null;
  return {
    ...common(block, on),
    id: `unblocking-report:${_id}`,
    kind: 'UNBLOCKING_REPORT',
    measureId: _id,
    about: `the property of ${accountId}, unblocked on ${on}`,
  };
}

/** The outflow of an account, with the processes that it was done under. */
export type Outflow = Pick<
  OutflowRecord,
  '_id' | 'accountId' | 'venueId' | 'asset' | 'at' | 'receivedBy' | 'endedMeasureIds'
> & { readonly processIds: readonly string[] };

/**
 * Returns the report on blocked property that was transferred, or null where none is due. Property that
 * leaves an account in the command that ends its block is in the report on the unblocking.
 */
export function transferReport(
  outflow: Outflow,
  blocksOf: ReadonlyMap<string, readonly Act[]>,
  processes: Processes,
): Duty | null {
  const { _id, accountId, venueId, asset, at, receivedBy, endedMeasureIds, processIds } = outflow;
  const blockedBy = (id: string) =>
    (blocksOf.get(id) ?? []).find(
      (one) => one.venueId === venueId && inForceAt(one, at) && (!one.assets || one.assets.includes(asset)),
    );
  const block = blockedBy(accountId);
  const ended = (blocksOf.get(accountId) ?? []).some(
    (one) => one.venueId === venueId && endedMeasureIds.includes(one._id),
  );
  if (!block || ended) return null;
  const on = actDay(at);
  const act = {
    on,
    endReason: null,
    licences: licencesOf(processIds, processes),
    betweenBlockedAccounts: receivedBy.length > 0 && receivedBy.every((id) => blockedBy(id) !== undefined),
  };
  if (!mustBeReported(act)) return null;
  return {
    ...common(block, on),
    id: `transfer-report:${_id}`,
    kind: 'TRANSFER_REPORT',
    measureId: block._id,
    about: `blocked property of ${accountId} (${asset}), transferred on ${on}`,
  };
}

const common = ({ venueId, accountId, illustrative, ...grounds }: Act, on: string) => ({
  ...dueOnDay(reportDay(on)),
  venueId,
  accountId,
  note: assumptionNote(venueId, reportingOf(grounds).assumed),
  accounts: 1,
  arisesOn: on,
  rule,
  illustrative,
});
