import type { Logger } from '../../../shared/logger/logger';
import { standingAssertions } from '../attribution/attribution.rules';
import type { TransferGraph } from '../tracing/graph/transferGraph';
import { marksOf } from '../tracing/search/marks';
import { tracePolicy } from '../tracing/tracePolicy';
import { evmChains, walletsOfKey } from './matchKeys';
import type { MarkedWalletStore } from './markedWallets.store';

const keysAtOnce = 1_000;

/** While many statements arrive, services are not read more often than this, in milliseconds. */
const servicesEveryMs = 5_000;

/** Match keys that were said to be a service's, and what became of those of which there are transfers. */
interface Services {
  /** How many statements there were when it was read. */
  readonly statements: number;
  readonly said: ReadonlySet<string>;
  /** Whether a statement that says so stands: of the keys that were looked into. */
  readonly standing: Map<string, boolean>;
}

export interface MarksFound {
  /** By wallet (tracing/search/marks.ts). */
  readonly marks: Uint8Array;
  /** How many statements there were as the services were read: more now may name others. */
  readonly statements: number;
}

interface Made extends MarksFound {
  readonly graph: TransferGraph;
  readonly deposits: ReadonlyMap<string, boolean>;
  readonly services: Services;
}

/**
 * Which wallets are custodial, busy or a service's, as searches take it. Deposit wallets are read anew as soon as there are
 * more, since a trace ends at them; services, at which a search stops, in the background within seconds.
 */
export class WalletMarks {
  private deposits: ReadonlyMap<string, boolean> = new Map();
  private services: Services | null = null;
  private seen = { deposits: -1, statements: -1 };
  private servicesReadAt = -Infinity;
  private made: Made | null = null;
  private looking: Promise<unknown> = Promise.resolve();
  /** A look that has not begun yet: whoever asks for the same graph shares it. */
  private next: { readonly graph: TransferGraph; readonly looked: Promise<MarksFound> } | null = null;
  private readingServices: Promise<Services> | null = null;

  constructor(
    private readonly store: MarkedWalletStore,
    private readonly logger: Logger,
  ) {}

  /** The marks of the wallets of a graph (tracing/search/marks.ts), as of now. Each look waits for the one before. */
  of(graph: TransferGraph): Promise<MarksFound> {
    if (this.next?.graph === graph) return this.next.looked;
    const looked = this.looking
      .catch(() => undefined)
      .then(() => {
        if (this.next?.looked === looked) this.next = null;
        return this.look(graph);
      });
    this.next = { graph, looked };
    this.looking = looked;
    return looked;
  }

  private async look(graph: TransferGraph): Promise<MarksFound> {
    const counts = await this.store.counts();
    if (counts.deposits !== this.seen.deposits) {
      this.deposits = await this.store.depositKeys();
      this.seen.deposits = counts.deposits;
    }
    const services = await this.servicesAt(counts.statements);
    const { deposits, made } = this;
    if (made?.graph === graph && made.deposits === deposits && made.services === services) return made;
    await this.judge(graph, services);
    const standing = new Set([...services.standing].filter(([, stands]) => stands).map(([key]) => key));
    const claimed = [...deposits].filter(([, endsTraces]) => !endsTraces).map(([key]) => key);
    const marked = {
      custodial: wallets(graph, deposits.keys()),
      claimed: wallets(graph, claimed),
      services: wallets(graph, standing),
    };
    const { statements } = services;
    this.made = { graph, deposits, services, statements, marks: marksOf(graph, marked) };
    return this.made;
  }

  /** The first time they are waited for; later those that were known are good until the others are read. */
  private async servicesAt(statements: number): Promise<Services> {
    const isDue = Date.now() - this.servicesReadAt >= servicesEveryMs;
    if (statements !== this.seen.statements && isDue) {
      this.readingServices ??= this.readServices(statements).finally(() => (this.readingServices = null));
      if (!this.services) return this.readingServices;
      this.readingServices.catch((error: unknown) => {
        this.logger.warn({ err: error }, 'could not look which wallets are services');
      });
    }
    return this.services ?? this.readServices(statements);
  }

  private async readServices(statements: number): Promise<Services> {
    const said = new Set<string>();
    for await (const key of this.store.serviceKeys()) said.add(key);
    this.services = { statements, said, standing: new Map() };
    this.seen.statements = statements;
    this.servicesReadAt = Date.now();
    return this.services;
  }

  /** Finds out of the keys of which there are transfers whether a statement stands. Most wallets with a tag have none here. */
  private async judge(graph: TransferGraph, { said, standing }: Services): Promise<void> {
    const chains = evmChains(graph);
    const isNew = (key: string) => !standing.has(key) && walletsOfKey(graph, key, chains).length > 0;
    const keys = [...said].filter(isNew);
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const chunk = keys.slice(at, at + keysAtOnce);
      const statements = await this.store.statements(chunk);
      const moment = { minConfidence: tracePolicy.minConfidence, knownAt: new Date() };
      const serving = standingAssertions(statements, moment).filter(({ concepts }) =>
        concepts?.some((concept) => serviceConcepts.has(concept)),
      );
      const keysServing = new Set(serving.map(({ matchKey }) => matchKey));
      for (const key of chunk) standing.set(key, keysServing.has(key));
    }
  }
}

const serviceConcepts: ReadonlySet<string> = new Set(tracePolicy.serviceConcepts);

function wallets(graph: TransferGraph, keys: Iterable<string>, chains = evmChains(graph)): number[] {
  return [...keys].flatMap((key) => walletsOfKey(graph, key, chains));
}
