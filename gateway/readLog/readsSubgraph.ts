import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerDamaged } from '@cordon/ledger';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { projectRoot } from '../../shared/config/projectRoot';
import { badUserInput, CordonError } from '../../shared/errors/cordonError';
import type { Identity } from '../../shared/identity/identity';
import type { Logger } from '../../shared/logger/logger';
import { connectionOfPage, pageOfRead, readPageArguments } from '../../shared/pagination/page';
import { DateTimeScalar } from '../../shared/scalars/dateTime';
import { protectFields } from '../../shared/subgraph/protectFields';
import { readGrants } from '../../shared/subgraph/requiredGrants';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import type { ReadRecord } from './read.record';
import type { ReadsStore } from './reads.store';
import { readsSchemaFile, readsSubgraphName } from '../supergraph/readsSchema';

interface ReadsArguments {
  readonly of?: string | null;
  readonly by?: string | null;
  readonly from?: Date | null;
  readonly until?: Date | null;
  readonly first: number;
  readonly after?: string | null;
}

interface Context {
  readonly caller: Identity;
}

/** Opens the subgraph that answers `reads`: to auditors of the operator, as its schema says, and to nobody else. */
export function readsSubgraph(store: ReadsStore, logger: Logger): Promise<Subgraph> {
  const resolvers = {
    DateTime: DateTimeScalar,
    Query: {
      reads: (_root: unknown, given: ReadsArguments) => answerReads({ store, given, logger }),
    },
    Read: { id: ({ _id }: ReadRecord) => String(_id), sequence: ({ _id }: ReadRecord) => _id },
  };
  const typeDefs = parse(readFileSync(join(projectRoot(), readsSchemaFile), 'utf8'));
  const schema = buildSubgraphSchema({ typeDefs, resolvers });
  protectFields(schema, readGrants(typeDefs));
  return runSubgraph<Context>({
    name: readsSubgraphName,
    schema,
    logger,
    createContext: (caller) => ({ caller }),
    loadedCases: async () => [],
    close: async () => undefined,
  });
}

/** A client learns that the log is damaged, and the gateway's own log the place. */
const rejectDamaged = (logger: Logger) => (error: unknown) => {
  if (!(error instanceof LedgerDamaged)) throw error;
  logger.error({ err: error }, 'the log of restricted reads is damaged');
  throw new CordonError('LEDGER_DAMAGED', 'the log of restricted reads is damaged: nothing of it is served');
};

interface Asked {
  readonly store: ReadsStore;
  readonly given: ReadsArguments;
  readonly logger: Logger;
}

async function answerReads({ store, given, logger }: Asked) {
  const { first, after } = readPageArguments(given.first, given.after);
  const query = {
    of: given.of ?? undefined,
    by: given.by ?? undefined,
    from: given.from ?? undefined,
    until: given.until ?? undefined,
    before: after === null ? undefined : sequenceOf(after),
    limit: first + 1,
  };
  const rows = await store
    .catchUp()
    .then(() => store.find(query))
    .catch(rejectDamaged(logger));
  const page = pageOfRead(rows, first, () => store.count(query));
  return connectionOfPage(
    page,
    ({ _id }) => String(_id),
    (row) => row,
    after,
  );
}

function sequenceOf(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
}
