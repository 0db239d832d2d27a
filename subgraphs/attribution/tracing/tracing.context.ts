import { CordonError } from '../../../shared/errors/cordonError';
import type { Identity } from '../../../shared/identity/identity';
import type { HasAttributions } from '../attribution/attribution.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import { type AccountTraces, findAccountTraces, type TraceStores } from './findAccountTraces';
import type { TracingView, TransferEngine } from './runtime/transferEngine';

/** Searches over the transfers, within this request. */
export interface HasTracing {
  /** The state of the transfers that this request's searches look at: one for all of them. */
  readonly tracing: () => Promise<TracingView>;
  /** The accounts that these actors' funds reached; searched once a request, over one state of the transfers. */
  readonly tracesOf: (actorIds: readonly string[], maxHops: number) => Promise<AccountTraces>;
}

export interface TracingStores extends TraceStores {
  /** The transfers in memory, and the searches over them. */
  readonly engine: TransferEngine;
  /** The cases, and publications of lists, that are being loaded, or whose loading was cut off. */
  readonly unfinishedCases: () => Promise<readonly string[]>;
}

export function loadTraces(
  stores: TracingStores,
  { caller, tenant, now, attributionsByActor }: HasCaller & Pick<HasAttributions, 'attributionsByActor'>,
): HasTracing {
  let view: Promise<TracingView> | undefined;
  const tracing = async () => {
    await rejectWhileLoading(stores);
    return (view ??= stores.engine.view(tenant, callerKey(caller)));
  };
  const search = async (actorIds: readonly string[], maxHops: number) => {
    const state = await tracing();
    const statements = await Promise.all(actorIds.map((id) => attributionsByActor.load(id)));
    const asked = { statements: statements.flat(), maxHops, tenant, knownAt: now };
    const traces = await findAccountTraces(asked, state, stores);
    // One that began since the view was taken may be half in what was read after it.
    await rejectWhileLoading(stores);
    return traces;
  };
  const searches = new Map<string, Promise<AccountTraces>>();
  return {
    tracing,
    tracesOf(actorIds, maxHops) {
      const asked = [...new Set(actorIds)].sort();
      const key = `${maxHops} ${asked.join(' ')}`;
      const traces = searches.get(key) ?? search(asked, maxHops);
      searches.set(key, traces);
      return traces;
    },
  };
}

/** Tells callers apart in the queue of searches: a subject is unique within its issuer only. */
const callerKey = ({ issuer, client, venue, subject }: Identity) =>
  JSON.stringify([issuer, client, venue, subject]);

/** With a part of a case, or of what a list says, missing, funds would seem to have reached nobody. */
async function rejectWhileLoading({ unfinishedCases }: TracingStores): Promise<void> {
  const cases = await unfinishedCases();
  if (cases.length === 0) return;
  throw new CordonError(
    'IMPORT_UNFINISHED',
    `where funds went is not known while ${cases.join(' and ')} is not wholly loaded`,
  );
}
