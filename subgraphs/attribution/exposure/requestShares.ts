import { badUserInput } from '../../../shared/errors/cordonError';
import type { ActorStatement } from '../attribution/attribution.record';
import type { TracingView } from '../tracing/runtime/transferEngine';
import { ownedWallets } from '../tracing/findAccountTraces';
import { exposurePolicy } from './exposurePolicy';
import { type AskedShare, findShare } from './findShare';

interface RequestParts {
  readonly view: () => Promise<TracingView>;
  readonly statements: (actorId: string) => Promise<readonly ActorStatement[]>;
  readonly knownAt: Date;
}

/** The share of an actor in what a wallet received; null where it is not known. */
export type ShareOf = (actorId: string, asked: Omit<AskedShare, 'owned'>) => Promise<number | null>;

/** The shares of one request: one after the other, so that one client does not take every thread. */
export function requestShares({ view, statements, knownAt }: RequestParts): ShareOf {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (actorId, question) => {
    if (++asked > exposurePolicy.maxPerRequest) {
      throw badUserInput(
        `one request takes ${exposurePolicy.maxPerRequest} shares of traces: ask for the others in another`,
      );
    }
    const answer = last.then(async () => {
      const state = await view();
      const owned = ownedWallets({ statements: await statements(actorId), knownAt }, state.graph);
      return state.inTurn(() => findShare({ ...question, owned }, state));
    });
    last = answer.catch(() => undefined);
    return answer;
  };
}
