import { badUserInput } from '../../../shared/errors/cordonError';
import type { ExposureTask } from '../tracing/engine/taint/exposureQuestion';
import type { HasTracing } from '../tracing/tracing.context';
import type { ExposureType } from './exposure.type';
import { exposurePolicy } from './exposurePolicy';
import { exposureView } from './exposure.view';
import { type AskedExposure, type ExposureSources, findExposure } from './findExposure';

interface RequestParts extends Pick<HasTracing, 'search'> {
  readonly statements: ExposureSources['statements'];
  readonly knownAt: Date;
}

export type ExposureOf = (asked: Omit<AskedExposure, 'knownAt'>) => Promise<ExposureType>;

/** The exposures of one request: one after the other, so that one client does not take every thread. */
export function requestExposures({ search, statements, knownAt }: RequestParts): ExposureOf {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (question) => {
    if (++asked > exposurePolicy.maxPerRequest) {
      throw badUserInput(
        `one request takes ${exposurePolicy.maxPerRequest} exposures: ask for the others in another`,
      );
    }
    const full = { ...question, knownAt };
    const answer = last.then(() =>
      search(async ({ graph, ask, inTurn, signal }) => {
        const sources = { graph, statements, signal, sweep: (task: ExposureTask) => ask('exposure', task) };
        const found = await inTurn(() => findExposure(full, sources));
        return exposureView(found, full, graph);
      }),
    );
    last = answer.catch(() => undefined);
    return answer;
  };
}
