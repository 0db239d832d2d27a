import type { CheckedGraph } from '../graph/composeGraph';
import type { FindingDraft } from '../finding/finding';
import { coordinatesOf } from './contractFindings';

export interface Usage {
  /** By client: the coordinates that each of its stored operations relies on. */
  readonly used: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
  readonly base: CheckedGraph;
  readonly unusedRemoval: 'blocked' | 'warning';
}

/** Names the clients whose stored operations a change concerns; a removal that concerns none is as grave as configured. */
export function weighByUse(
  findings: readonly FindingDraft[],
  { used, base, unusedRemoval }: Usage,
): readonly FindingDraft[] {
  const hasOperations = [...used.values()].some((operations) => operations.length > 0);
  if (!hasOperations) return findings;
  const known = coordinatesOf(base.apiSchema);
  return findings.map((finding) => {
    const isRemoval = finding.code.endsWith('_REMOVED');
    const affected = affectedCoordinates(finding.coordinate, isRemoval, known);
    const clients = [...used].flatMap(([client, operations]) =>
      operations.some((one) => affected.some((coordinate) => one.has(coordinate))) ? [client] : [],
    );
    const isUnused = isRemoval && finding.kind === 'breaking' && clients.length === 0;
    return { ...finding, clients: clients.sort(), level: isUnused ? unusedRemoval : finding.level };
  });
}

/**
 * Returns the affected coordinates. A new argument concerns every client of its field; so does a changed one,
 * since it may be omitted.
 */
function affectedCoordinates(
  coordinate: string | null,
  isRemoval: boolean,
  known: ReadonlySet<string>,
): readonly string[] {
  if (coordinate === null) return [];
  if (isRemoval && known.has(coordinate)) return [coordinate];
  const parent = coordinate.endsWith(')')
    ? coordinate.slice(0, coordinate.indexOf('('))
    : (coordinate.split('.')[0] ?? coordinate);
  return known.has(coordinate) && !coordinate.endsWith(')') ? [coordinate] : [coordinate, parent];
}
