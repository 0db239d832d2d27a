import { buildSchema, type GraphQLObjectType } from 'graphql';
import { httpLink } from '../../../gateway/link/httpLink';
import { localLink } from '../../../gateway/link/localLink';
import type { SubgraphLink } from '../../../gateway/link/subgraphLink';
import { createLogger } from '../../../shared/logger/logger';
import { runSubgraph, type Subgraph } from '../../../shared/subgraph/runSubgraph';
import { serveSubgraph } from '../../../shared/subgraph/serveSubgraph';
import { stopFields } from '../../../shared/subgraph/stopFields';
import { callerOf } from '../../support/identities';

const linkSecret = 'a secret of thirty-two characters';
const logger = createLogger('test', 'silent');
const caller = callerOf('analyst');

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

/** A promise that is kept from outside. */
function waited(): { readonly done: Promise<void>; keep(): void } {
  let keep: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (keep = resolve));
  return { done, keep };
}

/** A subgraph whose field `slow` ends when a test says so, and that counts how often what comes after it was asked. */
async function slowSubgraph() {
  const [begun, ended, answered] = [waited(), waited(), waited()];
  const seen = { after: 0, signal: undefined as AbortSignal | undefined };
  const schema = buildSchema(
    'type Query { slow: Slow } type Mutation { slow: Slow } type Slow { after: Int }',
  );
  const slow = async () => {
    begun.keep();
    await ended.done;
    return {};
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    root!.getFields()['slow']!.resolve = slow;
  (schema.getType('Slow') as GraphQLObjectType).getFields()['after']!.resolve = () => ++seen.after;
  stopFields(schema);
  const subgraph = await runSubgraph({
    name: 'slow',
    schema,
    logger,
    createContext: (_caller, signal) => {
      seen.signal = signal;
      return {};
    },
    loadedCases: async () => [],
    close: async () => undefined,
  });
  const watched: Subgraph = {
    ...subgraph,
    async execute(...asked) {
      try {
        return await subgraph.execute(...asked);
      } finally {
        answered.keep();
      }
    },
  };
  return { subgraph: watched, begun, ended, answered, seen };
}

const links: Record<string, (subgraph: Subgraph) => Promise<SubgraphLink>> = {
  'the local link': async (subgraph) => localLink(subgraph, { timeoutMs: 60_000 }),
  'the HTTP link': async (subgraph) => {
    const serving = await serveSubgraph(subgraph, {
      host: '127.0.0.1',
      port: 0,
      linkSecret,
      linkTimeoutMs: 60_000,
      logger,
    });
    open.push(serving, subgraph);
    return httpLink({
      name: 'slow',
      urls: [`${serving.url}/graphql`],
      secret: linkSecret,
      timeoutMs: 60_000,
    });
  },
};

describe.each(Object.entries(links))('over %s', (_name, connect) => {
  it.each(['the caller leaves', 'the deadline passes'])('the work of a query ends when %s', async (how) => {
    const { subgraph, begun, ended, answered, seen } = await slowSubgraph();
    const link = await connect(subgraph);
    open.push(link);
    const leaving = new AbortController();
    const deadline = how === 'the deadline passes' ? { deadline: Date.now() + 2_000 } : {};
    const asked = link.execute(
      { query: '{ slow { after } }' },
      { caller, signal: leaving.signal, ...deadline },
    );
    await begun.done;
    if (how === 'the caller leaves') leaving.abort();
    await expect(asked).rejects.toThrow('slow');
    if (!seen.signal?.aborted)
      await new Promise<void>((resolve) => seen.signal?.addEventListener('abort', () => resolve()));
    ended.keep();
    await answered.done;
    expect(seen.after).toBe(0);
  });

  it('a mutation is carried out to its end when its caller leaves', async () => {
    const { subgraph, begun, ended, answered, seen } = await slowSubgraph();
    const link = await connect(subgraph);
    open.push(link);
    const leaving = new AbortController();
    const asked = link.execute({ query: 'mutation { slow { after } }' }, { caller, signal: leaving.signal });
    await begun.done;
    leaving.abort();
    await expect(asked).rejects.toThrow('slow');
    ended.keep();
    await answered.done;
    expect(seen.after).toBe(1);
  });
});
