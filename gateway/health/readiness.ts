import type { Logger } from '../../shared/logger/logger';
import type { Links } from '../execution/planExecutor';
import type { SubgraphLink } from '../link/subgraphLink';

/** What keeps the gateway from being ready: subgraphs by name, and the case where it is not loaded in one of them. */
export interface Readiness {
  readonly ready: boolean;
  /** Subgraphs that do not answer. */
  readonly missing: readonly string[];
  /** Subgraphs in which the configured case is not wholly loaded. */
  readonly withoutCase: readonly string[];
}

/** Whoever asks for readiness asks again in a second or so: a slower subgraph is not ready. */
const deadlineMs = 3_000;

/** Asks every subgraph for its health at once. */
export async function readiness(
  links: Links,
  wantedCase: string | undefined,
  logger: Logger,
): Promise<Readiness> {
  const asked = await Promise.all(
    [...links.values()].map(async (link) => ({ name: link.name, cases: await casesOf(link, logger) })),
  );
  const missing = asked.filter(({ cases }) => cases === undefined).map(({ name }) => name);
  const withoutCase = asked
    .filter(({ cases }) => wantedCase !== undefined && cases !== undefined && !cases.includes(wantedCase))
    .map(({ name }) => name);
  return { ready: missing.length === 0 && withoutCase.length === 0, missing, withoutCase };
}

async function casesOf(link: SubgraphLink, logger: Logger): Promise<readonly string[] | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return (await Promise.race([link.health(), late])).cases;
  } catch (error) {
    logger.warn({ err: error, subgraph: link.name }, 'a subgraph is not ready');
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
