import { LRUCache } from 'lru-cache';
import { chunksOf } from '../../../../shared/batch/chunks';
import type { Logger } from '../../../../shared/logger/logger';
import { assertionsInForce } from '../../attribution/attribution.rules';
import type { TransferGraph } from '../engine/graph/transferGraph';
import { marksOf } from '../engine/search/marks';
import { tracePolicy } from '../engine/tracePolicy';
import { evmChains, walletsOfKey } from './matchKeys';
import type { MarkedWalletStore } from './markedWallets.store';
import type { Tenant } from '../../vocabulary/tenant';
import { minTraceConfidence } from '../../attribution/confidence';

/** While many statements arrive, services are not read more often than this, in milliseconds. */
const servicesEveryMs = 5_000;

/** While services are known, statements are not counted more often than this, in milliseconds. */
const countEveryMs = 500;

/** Match keys of services by statements, and the outcome for those with transfers. */
interface Services {
  /** The number of statements when it was read. */
  readonly statements: number;
  readonly statedKeys: ReadonlySet<string>;
  /** By key that was examined: true where such a statement is in force. */
  readonly inForce: Map<string, boolean>;
}

export interface MarksFound {
  /** By wallet (tracing/engine/search/marks.ts). */
  readonly marks: Uint8Array;
  /** The number of statements when the services were read: more now may name others. */
  readonly statements: number;
}

interface Made extends MarksFound {
  readonly graph: TransferGraph;
  readonly deposits: DepositKeys;
  readonly services: Services;
}

interface DepositKeys {
  /** The number of statements of all venues when they were read. */
  readonly count: number;
  /** By match key: whether a trace ends there. */
  readonly keys: ReadonlyMap<string, boolean>;
}

/** A look that has not begun yet. */
interface NextLook {
  readonly graph: TransferGraph;
  readonly looked: Promise<MarksFound>;
  /** The number of deposits; null: the check counts them. */
  count: number | null;
}

/** Marks are a byte a wallet: so many tenants' are kept, the latest asked for. */
const maxTenants = 32;

/** A tenant as a key that no other has: null, for the operator, is none for the cache. */
const keyOf = (tenant: Tenant): string => JSON.stringify(tenant);

/**
 * The custodial, busy and service wallets, as searches take them. Deposit wallets are read anew as soon as
 * one is added, since a trace ends at them. Services, at which a search stops, are read in the background
 * within seconds.
 *
 * The marks of a venue hold only its own deposit wallets: a search that ended at another venue's would
 * disclose it (docs/adr/0008). The operator's hold those of all venues.
 */
export class WalletMarks {
  private readonly deposits = new LRUCache<string, DepositKeys>({ max: maxTenants });
  private services: Services | null = null;
  private statementsSeen = -1;
  private countedAt = -Infinity;
  private servicesReadAt = -Infinity;
  private readonly made = new LRUCache<string, Made>({ max: maxTenants });
  private looking: Promise<unknown> = Promise.resolve();
  /** By tenant: a check that has not begun yet. Callers with the same graph share it. */
  private readonly next = new Map<Tenant, NextLook>();
  private readingServices: Promise<Services> | null = null;

  constructor(
    private readonly store: MarkedWalletStore,
    private readonly logger: Logger,
  ) {}

  /**
   * The marks of the wallets of a graph for a tenant (tracing/engine/search/marks.ts), as of `count` deposits, or of now where
   * it is null. Each look waits for the one before.
   */
  of(graph: TransferGraph, tenant: Tenant, count: number | null): Promise<MarksFound> {
    const next = this.next.get(tenant);
    if (next?.graph === graph) {
      // Of two counts the later one is not known: the look counts itself.
      if (next.count !== count) next.count = null;
      return next.looked;
    }
    const looked = this.looking
      .catch(() => undefined)
      .then(() => {
        if (this.next.get(tenant) === look) this.next.delete(tenant);
        return this.look(graph, tenant, look.count);
      });
    const look: NextLook = { graph, looked, count };
    this.next.set(tenant, look);
    this.looking = looked;
    return looked;
  }

  private async look(graph: TransferGraph, tenant: Tenant, count: number | null): Promise<MarksFound> {
    const deposits = await this.depositsAt(count ?? (await this.store.countDeposits()), tenant);
    const services = await this.currentServices();
    const made = this.made.get(keyOf(tenant));
    if (made?.graph === graph && made.deposits === deposits && made.services === services) return made;
    await this.judge(graph, services);
    const inForce = new Set([...services.inForce].filter(([, stands]) => stands).map(([key]) => key));
    const claimed = [...deposits.keys].filter(([, endsTraces]) => !endsTraces).map(([key]) => key);
    const marked = {
      custodial: wallets(graph, deposits.keys.keys()),
      claimed: wallets(graph, claimed),
      services: wallets(graph, inForce),
    };
    const { statements } = services;
    const fresh = { graph, deposits, services, statements, marks: marksOf(graph, marked) };
    this.made.set(keyOf(tenant), fresh);
    return fresh;
  }

  /** Reads the deposit wallets that a tenant knows of where there are more statements than at its last look. */
  private async depositsAt(count: number, tenant: Tenant): Promise<DepositKeys> {
    const known = this.deposits.get(keyOf(tenant));
    const found = known?.count === count ? known : { count, keys: await this.store.depositKeys(tenant) };
    this.deposits.set(keyOf(tenant), found);
    return found;
  }

  /** The first time they are waited for; later those that were known are good until the others are read. */
  private async currentServices(): Promise<Services> {
    const now = Date.now();
    if (this.services && now - Math.max(this.servicesReadAt, this.countedAt) < countEveryMs)
      return this.services;
    this.countedAt = now;
    const statements = await this.store.countStatements();
    const isDue = now - this.servicesReadAt >= servicesEveryMs;
    if (statements !== this.statementsSeen && isDue) {
      this.readingServices ??= this.readServices(statements).finally(() => (this.readingServices = null));
      if (!this.services) return this.readingServices;
      this.readingServices.catch((error: unknown) => {
        this.logger.warn({ err: error }, 'could not look which wallets are services');
      });
    }
    return this.services ?? this.readServices(statements);
  }

  private async readServices(statements: number): Promise<Services> {
    const statedKeys = new Set<string>();
    for await (const key of this.store.serviceKeys()) statedKeys.add(key);
    this.services = { statements, statedKeys, inForce: new Map() };
    this.statementsSeen = statements;
    this.servicesReadAt = Date.now();
    return this.services;
  }

  /** Finds out of the keys of which there are transfers whether a statement stands. Most wallets with a tag have none here. */
  private async judge(graph: TransferGraph, { statedKeys, inForce }: Services): Promise<void> {
    const chains = evmChains(graph);
    const isNew = (key: string) => !inForce.has(key) && walletsOfKey(graph, key, chains).length > 0;
    const keys = [...statedKeys].filter(isNew);
    for (const chunk of chunksOf(keys)) {
      const statements = await this.store.statements(chunk);
      const moment = { minConfidence: minTraceConfidence, knownAt: new Date() };
      const serving = assertionsInForce(statements, moment).filter(({ concepts }) =>
        concepts?.some((concept) => serviceConcepts.has(concept)),
      );
      const keysServing = new Set(serving.map(({ matchKey }) => matchKey));
      for (const key of chunk) inForce.set(key, keysServing.has(key));
    }
  }
}

const serviceConcepts: ReadonlySet<string> = new Set(tracePolicy.serviceConcepts);

function wallets(graph: TransferGraph, keys: Iterable<string>, chains = evmChains(graph)): number[] {
  return [...keys].flatMap((key) => walletsOfKey(graph, key, chains));
}
