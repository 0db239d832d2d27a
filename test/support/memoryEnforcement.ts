import type { Identity } from '../../shared/identity/identity';
import type { Ledger, LedgerEvent, NewEvent } from '@cordon/ledger';
import { createEnforcementContext, type EnforcementContext } from '../../subgraphs/enforcement/context';
import { type EventDraft, eventOf, readEvent } from '../../subgraphs/enforcement/ledger/events';
import { changesOf, applyChanges } from '../../subgraphs/enforcement/projection/applyEvents';
import type { ProjectedRow } from '../../subgraphs/enforcement/projection/projection';
import { projections } from '../../subgraphs/enforcement/ledger/projections';
import {
  type ProcessKnowledge,
  isVisibleBasis,
} from '../../subgraphs/enforcement/legalProcess/disclosure.rules';
import type { LegalProcessRecord } from '../../subgraphs/enforcement/legalProcess/legalProcess.record';
import type { MeasureRecord } from '../../subgraphs/enforcement/measure/measure.record';

/** The commands over views in memory: the same decisions and folds as over a store, thousands of times faster. */
export interface MemoryEnforcement {
  readonly events: LedgerEvent[];
  rows<Row extends ProjectedRow>(view: string): Row[];
  append(draft: EventDraft): void;
  context(caller: Identity, now: Date): EnforcementContext;
}

const mayKnow = ({ disclosure, audience }: LegalProcessRecord, { restricted, name }: ProcessKnowledge) =>
  restricted || disclosure === 'OPEN' || audience.includes(name);

export function memoryEnforcement(): MemoryEnforcement {
  const events: LedgerEvent[] = [];
  const tables = new Map(projections.map(({ name }) => [name, new Map<string, ProjectedRow>()]));
  const table = (name: string) => tables.get(name) ?? new Map<string, ProjectedRow>();
  const rows = <Row extends ProjectedRow>(name: string) => [...table(name).values()] as unknown as Row[];

  const push = (event: NewEvent): LedgerEvent => {
    const sequence = events.length + 1;
    const sealed: LedgerEvent = {
      approvals: [],
      ...event,
      key: event.key ?? null,
      payload: JSON.parse(JSON.stringify(event.payload)) as LedgerEvent['payload'],
      sequence,
      recordedAt: event.happenedAt,
      previousHash: '',
      hash: '',
    };
    events.push(sealed);
    const read = [readEvent(sealed)];
    for (const projection of projections) applyChanges(table(projection.name), changesOf(projection, read));
    return sealed;
  };
  const ledger = {
    async commit({ key, decide }: Parameters<Ledger['commit']>[0]) {
      const first = key === undefined ? undefined : events.find((event) => event.key === key);
      if (first) return { event: first, appended: false };
      const decided = await decide({ sequence: events.length, hash: '', recordedAt: '' });
      return { event: push({ ...decided, ...(key === undefined ? {} : { key }) }), appended: true };
    },
  } as Partial<Ledger> as Ledger;

  const byIds = (view: string) => async (_tenant: unknown, ids: readonly string[]) =>
    rows(view).filter(({ _id }) => ids.includes(_id));
  const byAccounts = (view: string) => async (_tenant: unknown, ids: readonly string[]) =>
    rows<ProjectedRow & { accountId: string }>(view).filter(({ accountId }) => ids.includes(accountId));
  const stores = {
    accounts: { byIds: byIds('accounts') },
    holdings: { byAccounts: byAccounts('holdings') },
    measures: {
      byIds: byIds('measures'),
      byAccounts: byAccounts('measures'),
      byProcess: async (id: string) =>
        rows<MeasureRecord>('measures').filter(({ processIds }) => processIds.includes(id)),
    },
    processes: {
      byIds: async (ids: readonly string[], knowledge: ProcessKnowledge) =>
        rows<LegalProcessRecord>('processes').filter(
          (process) => ids.includes(process._id) && mayKnow(process, knowledge),
        ),
      withheldFrom: async (knowledge: ProcessKnowledge) =>
        rows<LegalProcessRecord>('processes')
          .filter((process) => !isVisibleBasis(process, knowledge))
          .map(({ _id }) => _id),
      hiddenFrom: async (knowledge: ProcessKnowledge) =>
        rows<LegalProcessRecord>('processes')
          .filter((process) => !mayKnow(process, knowledge))
          .map(({ _id }) => _id),
    },
    proposals: { byId: async (id: string) => table('proposals').get(id) ?? null },
    venues: {},
    incidents: {},
    claims: {},
    quotations: {},
    retentionHolds: {
      byIds: async (ids: readonly string[]) => rows('retentionHolds').filter(({ _id }) => ids.includes(_id)),
    },
    holdingValuations: {},
    outflows: {},
    reports: {},
  } as unknown as EnforcementContext['stores'];
  return {
    events,
    rows,
    append: (draft) => void push(eventOf(draft)),
    context: (caller, now) =>
      createEnforcementContext(
        { storesUntil: () => stores, ledger, catchUp: async () => undefined },
        () => now,
      )(caller),
  };
}
