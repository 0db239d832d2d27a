import type { CheckedGraph } from '../graph/composeGraph';
import type { FindingDraft } from '../finding/finding';
import type { SchemaCheckConfig } from '../input/checkConfig';
import { clientFindings } from './clientFindings';
import type { Client } from './clients';
import { toCompared } from './comparedGraph';
import { contractFindings, tagFindings } from './contractFindings';
import { lintFindings } from './lintFindings';
import { operationFindings } from './operationFindings';
import { permissionDiff, type ProtectionChange } from './permissionFindings';
import { planFindings } from './planFindings';
import { satisfies } from './protection';
import { weighByUse } from './weighByUse';
import { usedCoordinates } from './usedCoordinates';

export interface Comparison {
  readonly base: CheckedGraph;
  readonly head: CheckedGraph;
  readonly clients: ReadonlyMap<string, Client>;
  readonly config: SchemaCheckConfig;
  readonly hasPartners: boolean;
}

/** Every finding about two graphs that compose. */
export async function compareGraphs(comparison: Comparison): Promise<readonly FindingDraft[]> {
  const { config, hasPartners } = comparison;
  const base = toCompared(comparison.base);
  const head = toCompared(comparison.head);
  const clients = [...comparison.clients.values()];
  const contracts = clients.flatMap(({ name, contract }) => (contract ? [{ client: name, contract }] : []));
  const used = new Map(
    clients.map(({ name, operations }) => [
      name,
      operations.map(({ document }) => usedCoordinates(document, base.apiSchema)),
    ]),
  );
  const permissions = permissionDiff(base, head);
  const lint = lintFindings(base, head);
  return [
    ...newHints(base, head),
    ...weighByUse(await clientFindings(base, head), { used, base, unusedRemoval: config.unusedRemoval }),
    ...permissions.findings,
    ...permissions.strengthened.map((change) => weighStrengthened(change, clients, used)),
    ...(hasPartners ? contractFindings(base, head, contracts) : tagFindings(base, head)),
    ...operationFindings({ base, head, clients, defaultListSize: config.defaultListSize }),
    ...planFindings(
      base,
      head,
      clients.flatMap(({ operations }) => operations),
    ),
    ...(await lint),
  ];
}

/** Finds the hints of composition that are new. */
function newHints(base: CheckedGraph, head: CheckedGraph): readonly FindingDraft[] {
  return head.hints
    .filter((hint) => !base.hints.includes(hint))
    .map((message) => ({
      kind: 'composition',
      level: 'info',
      code: 'COMPOSITION_HINT',
      coordinate: /"([A-Z]\w*(?:\.\w+)?)/.exec(message)?.[1] ?? null,
      message,
      location: null,
      clients: [],
    }));
}

/** More is asked for than before: grave for clients whose stored operations then lack it. */
function weighStrengthened(
  { coordinate, now, message }: ProtectionChange,
  clients: readonly Client[],
  used: ReadonlyMap<string, readonly ReadonlySet<string>[]>,
): FindingDraft {
  const lacking = clients.filter(({ name, scopes }) => {
    const uses = used.get(name)?.some((coordinates) => coordinates.has(coordinate)) ?? false;
    // A client whose scopes nobody declared lacks them.
    return uses && !(scopes && satisfies(new Set(scopes.map((scope) => `scope:${scope}`)), now));
  });
  return {
    kind: 'permission',
    level: lacking.length > 0 ? 'blocked' : 'warning',
    code: 'PROTECTION_STRENGTHENED',
    coordinate,
    message,
    location: null,
    clients: lacking.map(({ name }) => name).sort(),
  };
}
