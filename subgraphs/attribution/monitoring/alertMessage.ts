import { wholeCompleteness } from './finding.rules';
import type { AlertRecord } from './alert.record';
import { snapshotId } from '../tracing/traceId';

/** Returns the body of a webhook's call: the same however often it is sent (docs/concepts/monitoring.md). */
export function alertMessage(deliveryId: string, alert: AlertRecord) {
  const { _id, watchId, revision, number, at, subjectKind, subjectId, label, seqBefore, seq } = alert;
  return {
    id: deliveryId,
    alert: {
      id: _id,
      number,
      watchId,
      revision,
      at: at.toISOString(),
      subject: { kind: subjectKind, id: subjectId },
      label,
      completeness: wholeCompleteness(alert.state),
      snapshotBefore: snapshotId(seqBefore),
      snapshot: snapshotId(seq),
      changes: alert.changes,
    },
  };
}
