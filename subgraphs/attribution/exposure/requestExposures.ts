import { badUserInput } from '../../../shared/errors/cordonError';
import type { TracingView } from '../tracing/runtime/transferEngine';
import type { ExposureType } from './exposure.type';
import { exposurePolicy } from './exposurePolicy';
import { exposureView } from './exposure.view';
import { type AskedExposure, type ExposureSources, findExposure } from './findExposure';

interface RequestParts {
  /** The state of the transfers that the request is answered from. */
  readonly view: () => Promise<TracingView>;
  readonly statements: ExposureSources['statements'];
  readonly knownAt: Date;
}

export type ExposureOf = (asked: Omit<AskedExposure, 'knownAt'>) => Promise<ExposureType>;

/** The exposures of one request: one after the other, so that one client does not take every thread. */
export function requestExposures({ view, statements, knownAt }: RequestParts): ExposureOf {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (question) => {
    if (++asked > exposurePolicy.maxPerRequest) {
      throw badUserInput(
        `one request takes ${exposurePolicy.maxPerRequest} exposures: ask for the others in another`,
      );
    }
    const answer = last.then(async () => {
      const { graph, ask, inTurn } = await view();
      const full = { ...question, knownAt };
      const found = await inTurn(() =>
        findExposure(full, { graph, statements, sweep: (task) => ask('exposure', task) }),
      );
      return exposureView(found, full, graph);
    });
    last = answer.catch(() => undefined);
    return answer;
  };
}
