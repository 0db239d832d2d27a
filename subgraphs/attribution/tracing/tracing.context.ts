import { callerKey } from '../../../shared/identity/callerKey';
import type { HasAttributions } from '../attribution/attribution.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { type AccountTraces, findAccountTraces, type TraceStores } from './findAccountTraces';
import { readWhileLoaded, type UnfinishedCases } from './readWhileLoaded';
import type { TracingView, TransferEngine } from './runtime/transferEngine';

/** Searches over the transfers, within this request. */
export interface HasTracing {
  /** Searches the state of the transfers of this request, one for all its searches. Throws IMPORT_UNFINISHED. */
  readonly search: <Answer>(over: (view: TracingView) => Promise<Answer>) => Promise<Answer>;
  /** The accounts that these actors' funds reached; searched once a request, over one state of the transfers. */
  readonly tracesOf: (actorIds: readonly string[], maxHops: number) => Promise<AccountTraces>;
}

export interface TracingStores extends TraceStores {
  /** The transfers in memory, and the searches over them. */
  readonly engine: TransferEngine;
  readonly unfinishedCases: UnfinishedCases;
}

export function loadTraces(
  stores: TracingStores,
  { caller, tenant, now, attributionsByActor }: HasCaller & Pick<HasAttributions, 'attributionsByActor'>,
): HasTracing {
  let view: Promise<TracingView> | undefined;
  const search: HasTracing['search'] = (over) =>
    readWhileLoaded(stores.unfinishedCases, 'where funds went', async () =>
      over(await (view ??= stores.engine.view(tenant, callerKey(caller)))),
    );
  const findTraces = (actorIds: readonly string[], maxHops: number) =>
    search(async (state) => {
      const statements = await Promise.all(actorIds.map((id) => attributionsByActor.load(id)));
      const asked = { statements: statements.flat(), maxHops, tenant, knownAt: now };
      return findAccountTraces(asked, state, stores);
    });
  const searches = new Map<string, Promise<AccountTraces>>();
  return {
    search,
    tracesOf(actorIds, maxHops) {
      const asked = [...new Set(actorIds)].sort();
      const key = `${maxHops} ${asked.join(' ')}`;
      const traces = searches.get(key) ?? findTraces(asked, maxHops);
      searches.set(key, traces);
      return traces;
    },
  };
}
