import { callerKey } from '../../../shared/identity/callerKey';
import type { HasAttributions } from '../attribution/attribution.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { type AccountTraces, findAccountTraces, type TraceStores } from './findAccountTraces';
import { rejectUnfinished, type UnfinishedCases } from './readWhileLoaded';
import type { TracingView, TransferEngine } from './runtime/transferEngine';

/** Begins the message of IMPORT_UNFINISHED. */
const subject = 'where funds went';

/** Searches over the transfers, within this request. */
export interface HasTracing {
  /** Searches the state of the transfers of this request, one for all its searches. Throws IMPORT_UNFINISHED. */
  readonly search: <Answer>(over: (view: TracingView) => Promise<Answer>) => Promise<Answer>;
  /** The accounts that these actors' funds reached up to an instant (null: all); searched once a request, over one state of the transfers. */
  readonly tracesOf: (
    actorIds: readonly string[],
    maxHops: number,
    asOf: Date | null,
  ) => Promise<AccountTraces>;
}

export interface TracingStores extends TraceStores {
  /** The transfers in memory, and the searches over them. */
  readonly engine: TransferEngine;
  readonly unfinishedCases: UnfinishedCases;
}

export function loadTraces(
  stores: TracingStores,
  {
    caller,
    tenant,
    now,
    signal,
    attributionsByActor,
  }: HasCaller & Pick<HasAttributions, 'attributionsByActor'>,
): HasTracing {
  let view: Promise<TracingView> | undefined;
  const searched = async <Answer>(
    over: (view: TracingView) => Promise<Answer>,
    unfinishedAfter: (answer: Answer) => readonly string[] | null,
  ): Promise<Answer> => {
    // The query that looks for a request's state says what was unfinished: only its later searches need one of their own.
    const isFirst = view === undefined;
    view ??= stores.engine.view(tenant, { caller: callerKey(caller), signal });
    const state = await view;
    rejectUnfinished((isFirst ? state.unfinished : null) ?? (await stores.unfinishedCases()), subject);
    const answer = await over(state);
    rejectUnfinished(unfinishedAfter(answer) ?? (await stores.unfinishedCases()), subject);
    return answer;
  };
  const findTraces = (actorIds: readonly string[], maxHops: number, asOf: Date | null) =>
    searched(
      async (state) => {
        const statements = await Promise.all(actorIds.map((id) => attributionsByActor.load(id)));
        const asked = { statements: statements.flat(), maxHops, tenant, asOf, knownAt: now };
        return findAccountTraces(asked, state, stores);
      },
      ({ unfinished }) => unfinished,
    );
  const searches = new Map<string, Promise<AccountTraces>>();
  return {
    search: (over) => searched(over, () => null),
    tracesOf(actorIds, maxHops, asOf) {
      const asked = [...new Set(actorIds)].sort();
      const key = `${maxHops} ${asOf?.getTime()} ${asked.join(' ')}`;
      const traces = searches.get(key) ?? findTraces(asked, maxHops, asOf);
      searches.set(key, traces);
      return traces;
    },
  };
}
