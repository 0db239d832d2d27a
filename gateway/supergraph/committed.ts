import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readsSchemaFile, readsSubgraphName } from './readsSchema';
import { composeSupergraph, type CompositionProblem, type SubgraphSdls, type SubgraphUrls } from './compose';

/** The committed supergraph, below the project's root. */
export const supergraphFile = join('gateway', 'supergraph', 'supergraph.graphql');

const header = '# Composed from subgraphs/*/schema.graphql by `cordon schema compose`. Do not edit.\n';

/** The committed SDL of each subgraph of a work tree: `subgraphs/<name>/schema.graphql`. */
export function readCommittedSdls(root: string): SubgraphSdls {
  const folder = join(root, 'subgraphs');
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'schema.graphql')));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name, 'schema.graphql'), 'utf8')]),
  );
}

/** The SDL of the subgraph inside the gateway. */
export function readGatewaySdls(root: string): SubgraphSdls {
  const file = join(root, readsSchemaFile);
  return existsSync(file) ? { [readsSubgraphName]: readFileSync(file, 'utf8') } : {};
}

export type CommittedComposition =
  | { readonly outcome: 'written' | 'current' | 'drifted'; readonly hints: readonly string[] }
  | { readonly outcome: 'rejected'; readonly problems: readonly CompositionProblem[] };

export interface ComposeCommittedOptions {
  readonly urls?: SubgraphUrls;
  readonly checkOnly?: boolean;
}

/**
 * Composes the subgraphs of a work tree and writes the committed supergraph, or with `checkOnly` tells if the
 * committed one is current. Throws GraphQLError where an SDL is not GraphQL.
 */
export function composeCommitted(
  root: string,
  { urls = {}, checkOnly = false }: ComposeCommittedOptions = {},
): CommittedComposition {
  const composition = composeSupergraph({ ...readCommittedSdls(root), ...readGatewaySdls(root) }, urls);
  if ('problems' in composition) return { outcome: 'rejected', problems: composition.problems };
  const { hints, supergraphSdl } = composition;
  const wanted = `${header}${supergraphSdl.trimEnd()}\n`;
  const file = join(root, supergraphFile);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return { outcome: 'current', hints };
  if (checkOnly) return { outcome: 'drifted', hints };
  writeFileSync(file, wanted);
  return { outcome: 'written', hints };
}
