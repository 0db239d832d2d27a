import { type EnforcementUp, enforcementUp } from '../support/enforcementUp';
import { openTestStore } from '../support/openTestStore';
import { person } from '../support/commandsUp';
import type { Identity } from '../../shared/identity/identity';
import { accountAt, buildLedger } from './bulkLedger';
import { percentile, processorTime } from './timing';

/** A line of the table that a bench prints. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
}

interface Page {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** The cursor after the middle of the list goes into `$after`. */
  readonly middle?: string;
  readonly caller?: Identity;
}

const obligationFields = '{ nodes { id kind state dueOn accounts note venue { id } account { id } } }';
const partner = person('partner', 'pat', accountAt(2).split(':')[0]);
const cursorOf = (key: string) => Buffer.from(key).toString('base64url');

/** An actor whose funds reached so many accounts, as attribution hands it over. */
const actorReaching = (accounts: number, count: number) => ({
  actors: [
    {
      __typename: 'Actor',
      id: 'bench:actor',
      accountReach: {
        completeness: 'COMPLETE',
        traces: Array.from({ length: Math.min(accounts, count) }, (_, n) => ({
          accountId: accountAt(Math.floor((n * count) / accounts)),
          actorId: 'bench:actor',
          traceId: `t${n}`,
          assetIds: [],
          possible: false,
        })),
      },
    },
  ],
});
const frozenAccounts = `query($actors: [_Any!]!) { _entities(representations: $actors) {
  ... on Actor { frozenAccounts(first: 20) { totalCount completeness nodes { account { id status } trace { id } } } } } }`;

/** The pages that people look at all day, by what is printed of them. */
function pagesOf(count: number): Readonly<Record<string, Page>> {
  const after = cursorOf(accountAt(Math.floor(count / 2)));
  const deep = { variables: { after } };
  const list = (given: string, fields = obligationFields) => ({
    query: `{ obligations(${given}) ${fields} }`,
  });
  return {
    'accounts(status: FROZEN, first: 20)': {
      query: '{ accounts(status: FROZEN, first: 20) { nodes { id status } } }',
    },
    'accounts(status: FROZEN, first: 20) { totalCount }': {
      query: '{ accounts(status: FROZEN, first: 20) { totalCount nodes { id } } }',
    },
    'accounts(status: FROZEN, first: 20, after: the middle)': {
      query:
        'query($after: String) { accounts(status: FROZEN, first: 20, after: $after) { totalCount nodes { id } } }',
      ...deep,
    },
    'accounts(status: FROZEN, first: 20, asOf: 2021)': {
      query:
        '{ accounts(status: FROZEN, first: 20, asOf: "2021-06-01T00:00:00Z") { totalCount nodes { id } } }',
    },
    'accounts(status: FROZEN, first: 20) of a partner': {
      query: '{ accounts(status: FROZEN, first: 20) { totalCount nodes { id } } }',
      caller: partner,
    },
    'accounts(status: OPEN, first: 20)': {
      query: '{ accounts(status: OPEN, first: 20) { totalCount nodes { id } } }',
    },
    'accounts(first: 20) { totalCount }': { query: '{ accounts(first: 20) { totalCount nodes { id } } }' },
    'accounts(first: 20, after: the middle)': {
      query: 'query($after: String) { accounts(first: 20, after: $after) { totalCount nodes { id } } }',
      ...deep,
    },
    'obligations(first: 5)': list('first: 5'),
    'obligations(first: 20)': list('first: 20'),
    'obligations(first: 20) { totalCount }': list('first: 20', '{ totalCount nodes { id } }'),
    'obligations(first: 20, state: LATE)': list('first: 20, state: LATE'),
    'obligations(first: 20, state: MET)': list('first: 20, state: MET'),
    'obligations(first: 20, state: UNDETERMINED)': list('first: 20, state: UNDETERMINED'),
    'obligations(first: 20, dueBefore: 2022)': list('first: 20, dueBefore: "2022-01-01"'),
    "obligations(first: 20, after: the 2nd page's last of MET)": {
      query: `query($after: String) { obligations(first: 20, state: MET, after: $after) ${obligationFields} }`,
      variables: { after: cursorOf('1 2022-06-01T00:00:00.000Z ') },
    },
    'obligations(first: 20) of a partner': { ...list('first: 20'), caller: partner },
    'frozenAccounts(first: 20) of an actor with 1,000 accounts': {
      query: frozenAccounts,
      variables: actorReaching(1_000, count),
    },
  };
}

/** Measures each page over so many accounts, one after another: yields each as soon as it is known. */
export async function* measurePages(accounts: number): AsyncGenerator<Figure> {
  const store = await openTestStore();
  try {
    const { append, project } = await buildLedger(store, accounts);
    const built = (what: string, ms: number): Figure => ({
      name: `${what} of ${accounts} accounts`,
      value: ms / 1000,
      unit: 's',
      target: '',
    });
    yield built('ledger appended', append);
    yield built('projections made', project);
    const up = await enforcementUp(() => new Date(), { existing: store });
    try {
      yield* measureEach(up, accounts);
    } finally {
      await up.close();
    }
  } finally {
    await store.close();
  }
}

async function* measureEach(up: EnforcementUp, accounts: number): AsyncGenerator<Figure> {
  for (const [name, { query, variables = {}, caller = person('analyst', 'reader') }] of Object.entries(
    pagesOf(accounts),
  )) {
    const times: number[] = [];
    for (let n = 0; n < 45; n++)
      times.push(await processorTime(async () => up.data(query, variables, caller)));
    const [p50, p95] = [0.5, 0.95].map((part) => percentile(times.slice(15), part));
    yield { name: `${name}, p50`, value: p50 ?? 0, unit: 'ms', target: '<= 20' };
    yield { name: `${name}, p95`, value: p95 ?? 0, unit: 'ms', target: '' };
  }
}
