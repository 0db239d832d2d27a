import { standingAssertions } from '../attribution/attribution.rules';
import type { TransferGraph } from '../tracing/graph/transferGraph';
import { marksOf } from '../tracing/search/marks';
import { tracePolicy } from '../tracing/tracePolicy';
import { evmChains, walletsOfKey } from './matchKeys';
import type { MarkedWalletStore } from './markedWallets.store';

/** What is known of wallets by their match keys, as of a look at the store. */
interface KnownKeys {
  readonly deposits: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
}

const keysAtOnce = 1_000;

/** Who says so may take it back, and does not matter more often than this, in milliseconds, while many statements arrive. */
const servicesEveryMs = 5_000;

/**
 * Which wallets are custodial, busy or a service's, as searches take it. Deposit wallets are read anew as soon as there are
 * more, since a trace ends at them; services, at which a search stops, within seconds.
 */
export class WalletMarks {
  private keys: KnownKeys = { deposits: new Set(), services: new Set() };
  private seen = { deposits: -1, statements: -1 };
  private servicesReadAt = -Infinity;
  private made: {
    readonly graph: TransferGraph;
    readonly keys: KnownKeys;
    readonly marks: Uint8Array;
  } | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: MarkedWalletStore,
    private readonly clock: () => number = Date.now,
  ) {}

  /** Looks what was added; each look waits for the one before. */
  refresh(): Promise<void> {
    return (this.looking = this.looking.catch(() => undefined).then(() => this.look()));
  }

  /** The marks of the wallets of a graph (tracing/search/marks.ts). */
  of(graph: TransferGraph): Uint8Array {
    if (this.made?.graph !== graph || this.made.keys !== this.keys) {
      const { deposits, services: serviceKeys } = this.keys;
      const marked = { custodial: wallets(graph, deposits), services: wallets(graph, serviceKeys) };
      this.made = { graph, keys: this.keys, marks: marksOf(graph, marked) };
    }
    return this.made.marks;
  }

  private async look(): Promise<void> {
    const counts = await this.store.counts();
    if (counts.deposits !== this.seen.deposits) {
      const deposits = new Set<string>();
      for await (const key of this.store.depositKeys()) deposits.add(key);
      this.keys = { ...this.keys, deposits };
      this.seen.deposits = counts.deposits;
    }
    const isDue = this.clock() - this.servicesReadAt >= servicesEveryMs;
    if (counts.statements !== this.seen.statements && isDue) {
      this.keys = { ...this.keys, services: await this.services() };
      this.seen.statements = counts.statements;
      this.servicesReadAt = this.clock();
    }
  }

  /** The keys of which a statement that makes them a service's stands. */
  private async services(): Promise<Set<string>> {
    const said = new Set<string>();
    for await (const key of this.store.serviceKeys()) said.add(key);
    const standing = new Set<string>();
    const all = [...said];
    for (let at = 0; at < all.length; at += keysAtOnce) {
      const statements = await this.store.statements(all.slice(at, at + keysAtOnce));
      const { minConfidence } = tracePolicy;
      for (const { matchKey, concepts } of standingAssertions(statements, {
        minConfidence,
        knownAt: new Date(this.clock()),
      })) {
        if (concepts?.some((concept) => services.has(concept))) standing.add(matchKey);
      }
    }
    return standing;
  }
}

const services: ReadonlySet<string> = new Set(tracePolicy.serviceConcepts);

function wallets(graph: TransferGraph, keys: ReadonlySet<string>, chains = evmChains(graph)): number[] {
  return [...keys].flatMap((key) => walletsOfKey(graph, key, chains));
}
