import type { FormattedExecutionResult } from 'graphql';
import type { CaseReport } from '../../shared/case/loadCase';
import type { Identity } from '../../shared/identity/identity';
import { createLogger } from '../../shared/logger/logger';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { importCase } from '../../subgraphs/attribution/import/importCase';
import { type AttributionRecords, connectAttribution } from '../../subgraphs/attribution/connectAttribution';
import { openAttribution } from '../../subgraphs/attribution/openAttribution';
import type { TestStore } from './openTestStore';

export interface Opened {
  readonly subgraph: Subgraph;
  readonly records: AttributionRecords;
  load(folder: string): Promise<CaseReport>;
  close(): Promise<void>;
}

/** The attribution subgraph over a store, with a case in it. `prefix` keeps several apart in one store. */
export async function openLoaded(store: TestStore, folder: string, prefix = ''): Promise<Opened> {
  const target = { mongoUrl: store.mongoUrl, databasePrefix: `${store.databasePrefix}${prefix}` };
  const { connection, records } = await connectAttribution(target);
  await importCase(records, folder);
  const subgraph = await openAttribution({
    ...target,
    logger: createLogger('attribution', 'silent'),
    now: () => new Date('2024-06-01T00:00:00Z'),
  });
  return {
    subgraph,
    records,
    load: (again) => importCase(records, again),
    async close() {
      await subgraph.close();
      await connection.close();
    },
  };
}

export function ask(
  subgraph: Subgraph,
  query: string,
  variables: Record<string, unknown>,
  caller: Identity,
): Promise<FormattedExecutionResult> {
  return subgraph.execute({ query, variables }, caller);
}

export interface Reach {
  readonly completeness: string;
  readonly snapshot: string;
  readonly traces: readonly { accountId: string; actorId: string; traceId: string; assetIds: string[] }[];
}

/** Sends the call that the gateway makes for `enforcement`. Throws where the answer has an error. */
export async function reachOf(
  subgraph: Subgraph,
  actor: { readonly id: string; readonly linkedActorIds: readonly string[] },
  caller: Identity,
): Promise<Reach> {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor {
    accountReach { completeness snapshot traces { accountId actorId traceId assetIds } } } } }`;
  const { data, errors } = await ask(subgraph, query, { r: [{ __typename: 'Actor', ...actor }] }, caller);
  if (errors) throw new Error(JSON.stringify(errors));
  const [entity] = data?.['_entities'] as { accountReach: Reach }[];
  if (!entity) throw new Error('no such entity');
  return entity.accountReach;
}
