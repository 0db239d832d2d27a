import { badUserInput } from '../../../shared/errors/cordonError';
import type { ActorStatement } from '../attribution/attribution.record';
import type { HasTracing } from '../tracing/tracing.context';
import { ownedWallets } from '../tracing/findAccountTraces';
import { exposurePolicy } from './exposurePolicy';
import { type AskedShare, findShare } from './findShare';

interface RequestParts extends Pick<HasTracing, 'search'> {
  readonly statements: (actorId: string) => Promise<readonly ActorStatement[]>;
  readonly knownAt: Date;
}

/** Returns the share of an actor in a wallet's receipts; null where it is not known. */
export type ShareOf = (actorId: string, asked: Omit<AskedShare, 'owned'>) => Promise<number | null>;

/** The shares of one request: one after the other, so that one client does not take every thread. */
export function requestShares({ search, statements, knownAt }: RequestParts): ShareOf {
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (actorId, question) => {
    if (++asked > exposurePolicy.maxPerRequest) {
      throw badUserInput(
        `one request takes ${exposurePolicy.maxPerRequest} shares of traces: ask for the others in another`,
      );
    }
    const answer = last.then(() =>
      search(async (view) => {
        const owned = ownedWallets({ statements: await statements(actorId), knownAt }, view.graph);
        return view.inTurn(() => findShare({ ...question, owned }, view));
      }),
    );
    last = answer.catch(() => undefined);
    return answer;
  };
}
