import type { Logger } from '../../shared/logger/logger';
import { redactSecrets } from '../../shared/errors/redactSecrets';
import type { Links } from '../execution/planExecutor';
import type { Supergraph } from '../graph/openSupergraph';
import { orAborted, withDeadline } from '../link/deadline';
import type { LinkHealth, SubgraphLink } from '../link/subgraphLink';

/**
 * The readiness of the gateway. Not ready: unavailable subgraphs by name, and the case where it is not loaded
 * in one of them.
 */
export interface Readiness {
  readonly ready: boolean;
  /** Subgraphs that do not answer. */
  readonly missing: readonly string[];
  /** Subgraphs that answer, and in which the configured case is not known to be wholly loaded. */
  readonly withoutCase: readonly string[];
  readonly supergraph: SupergraphState;
}

/** A gateway whose newest supergraph was rejected is ready: the one before is in force. */
export interface SupergraphState {
  /** The digest of the one that is in force. */
  readonly id: string;
  /** The reason why the one in the file is not in force. Omitted where it is. */
  readonly refused?: { readonly reason: string; readonly at: string };
}

/** A composer's reasons may be many lines: the log has them all. */
const maxReasonLength = 500;

/** A prober asks again in a second or so: a slower subgraph is not ready. */
const deadlineMs = 3_000;

/** Asks every subgraph for its health at once. */
export async function readiness(
  links: Links,
  supergraph: Pick<Supergraph, 'current' | 'rejected'>,
  wantedCase: string | undefined,
  logger: Logger,
): Promise<Readiness> {
  const asked = await Promise.all(
    [...links.values()].map(async (link) => ({ name: link.name, health: await healthOf(link, logger) })),
  );
  const missing = asked.filter(({ health }) => health === undefined).map(({ name }) => name);
  const withoutCase = wantedCase === undefined ? [] : subgraphsWithout(wantedCase, asked);
  const ready = missing.length === 0 && withoutCase.length === 0;
  return { ready, missing, withoutCase, supergraph: stateOf(supergraph) };
}

/** Cordon's own subgraphs. Each says its cases; subgraphs of another maker know none. */
const caseSubgraphs: ReadonlySet<string> = new Set(['sanctions', 'attribution', 'enforcement']);

interface AskedSubgraph {
  readonly name: string;
  /** Undefined where it did not answer. */
  readonly health: LinkHealth | undefined;
}

/** Returns the names of the subgraphs that do not say that they have a case, and have to. Where none has it, all have to. */
function subgraphsWithout(wantedCase: string, asked: readonly AskedSubgraph[]): readonly string[] {
  const isLoaded = asked.some(({ health }) => health?.cases?.includes(wantedCase));
  const without = asked.filter(({ name, health }) => {
    if (!health) return false;
    const mayKnowNone = isLoaded && !caseSubgraphs.has(name);
    return health.cases ? !health.cases.includes(wantedCase) : !mayKnowNone;
  });
  return without.map(({ name }) => name);
}

function stateOf(supergraph: Pick<Supergraph, 'current' | 'rejected'>): SupergraphState {
  const { id } = supergraph.current();
  const rejected = supergraph.rejected();
  if (!rejected) return { id };
  const reason = redactSecrets(rejected.reason).slice(0, maxReasonLength);
  return { id, refused: { reason, at: rejected.at.toISOString() } };
}

async function healthOf(link: SubgraphLink, logger: Logger): Promise<LinkHealth | undefined> {
  try {
    return await withDeadline(deadlineMs, undefined, (signal) => orAborted(link.health(), signal));
  } catch (error) {
    logger.warn({ err: error, subgraph: link.name }, 'a subgraph is not ready');
    return undefined;
  }
}
