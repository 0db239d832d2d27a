import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import mongoose from 'mongoose';
import { projectRoot } from '../../../../shared/config/projectRoot';
import type { Identity } from '../../../../shared/identity/identity';
import {
  ann,
  audienceOf,
  type CommandsUp,
  commandsUp,
  eth,
  mutationText,
  person,
} from '../../../support/commandsUp';
import { draft, measureFact } from '../../../support/enforcementFacts';
import { writeCase } from '../../../support/enforcementUp';

/**
 * Two worlds that differ only in processes that must not be disclosed. In one they exist, acts rest on them,
 * and claims and proposals speak of them. In the other the same acts rest on an open process of which the
 * subject may not be told. A caller outside their audience gets the same answers from both, whatever is asked
 * or tried.
 */

const sdl = readFileSync(join(projectRoot(), 'subgraphs', 'enforcement', 'schema.graphql'), 'utf8');
const schema = buildSchema(sdl, { assumeValidSDL: true });
const rootFields = (type: 'Query' | 'Mutation') =>
  Object.values((schema.getType(type) as never as Fields).getFields());
interface Fields {
  getFields(): Record<string, GraphQLField<unknown, unknown>>;
}

/** Everything that can be asked of a type without arguments that are needed, but for types that lead here. */
function selection(type: GraphQLNamedType, path: readonly string[] = []): string {
  if (isLeafType(type)) return '';
  if (!isObjectType(type) || path.includes(type.name) || path.length > 4) return '{ __typename }';
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  return `{ ${fields.map((field) => `${field.name} ${selection(getNamedType(field.type), [...path, type.name])}`).join(' ')} }`;
}

/** The arguments of each root query; a new one has to be put here. */
const asked: Readonly<Record<string, readonly string[]>> = {
  account: ['(id: "kestrel:1")', '(id: "kestrel:2")', '(id: "hidden")'],
  accounts: ['', '(status: FROZEN)', '(status: OPEN)', '(first: 1)'],
  blockedPropertyReport: ['(since: "2020-01-01")', '(account: "kestrel:1")', '(asOf: "2023-06-30")'],
  claims: ['', '(about: "hidden")', '(about: "kestrel:1")', '(first: 1)'],
  contradictions: ['', '(about: "hidden")'],
  filedReports: ['', '(account: "kestrel:1")', '(first: 1)'],
  incidents: [''],
  // The number of events is no secret of the operator's people: a checkpoint that is given away discloses it
  // too.
  ledgerHead: [],
  ledgerProof: ['(event: 1)', '(event: 7)', '(event: 12)'],
  legalProcess: ['(id: "hidden")', '(id: "quiet")', '(id: "release")'],
  legalProcesses: ['', '(account: "kestrel:1")', '(first: 1)'],
  lossEstimates: [''],
  measures: ['(expiresBefore: "2100-01-01T00:00:00Z")', '(expiresBefore: "2100-01-01T00:00:00Z", first: 1)'],
  obligations: ['', '(state: OPEN)', '(first: 1)'],
  proposal: ['(id: "proposal:hidden")'],
  proposals: ['', '(state: PENDING)', '(state: APPROVED)'],
  publicStatements: ['', '(about: "hidden")'],
  recoveries: [''],
  retentionHolds: ['', '(account: "kestrel:1")', '(inPlace: true)', '(first: 1)'],
};

const reason = 'a test';
const act = { account: 'kestrel:1', processes: ['hidden'], reason };
const decision = { proposal: 'proposal:hidden', digest: 'a'.repeat(64) };
const money = { usdCents: '100', time: { text: 'then' }, source: { id: 's', title: 'A source' } };
const process = {
  kind: 'LICENCE',
  authority: 'OFAC',
  scope: ['kestrel:1'],
  disclosure: 'OPEN',
  mayNotify: true,
};

/** The inputs of each mutation; a new one has to be put here. */
const tried: Readonly<Record<string, readonly object[]>> = {
  registerHolding: [{ account: 'kestrel:3', asset: eth }],
  observeAmount: [{ account: 'kestrel:1', asset: eth, column: 'HELD', amount: '900' }],
  recordInflow: [{ account: 'kestrel:1', asset: eth, amount: '5' }],
  correctIncident: [{ id: 'none', event: 1, title: 'x', happenedOn: '2024-01-01', reason }],
  correctRecovery: [
    { id: 'none', event: 1, title: 'x', announcedOn: '2024-01-01', valuation: money, reason },
  ],
  correctReport: [{ id: 'none', event: 1, kind: 'x', filedAt: '2024-05-01T00:00:00Z', reason }],
  correctRetentionHold: [{ id: 'hold', event: 1, accounts: ['kestrel:1'], processes: ['hidden'], reason }],
  correctValuation: [{ id: 'none', event: 1, valuation: money, reason }],
  freezeAccount: [act, { ...act, processes: ['quiet'] }],
  blockAccount: [act],
  seizeAccount: [{ ...act, amounts: [{ asset: eth, amount: '1' }] }],
  forfeitAccount: [act],
  releaseMeasure: [
    { measure: 'frozen', endReason: 'WITHDRAWAL', reason },
    { measure: 'frozen', endReason: 'COURT_ORDER', processes: ['hidden'], reason },
    { measure: 'frozen', endReason: 'COURT_ORDER', processes: ['release'], reason },
    { measure: 'talked-of', endReason: 'WITHDRAWAL', reason },
    { measure: 'blocked', endReason: 'DELISTING', reason },
  ],
  transferAmount: [
    { from: 'kestrel:1', asset: eth, amount: '1', reason },
    { from: 'kestrel:1', asset: eth, amount: '1', processes: ['hidden'], reason },
  ],
  emergencyFreeze: [act, { ...act, processes: ['quiet'] }],
  approveProposal: [decision],
  rejectProposal: [decision],
  confirmEmergencyFreeze: [decision],
  flagAccount: [
    { account: 'kestrel:1', rule: 'r', reason },
    { account: 'kestrel:1', claims: ['small:secret'], reason },
  ],
  restrictAccount: [{ account: 'kestrel:1', until: '2025-01-01T00:00:00Z', reason }],
  clearMeasure: [{ measure: 'frozen', reason }],
  recordIncident: [{ title: 'x', happenedOn: '2024-01-01' }],
  recordRecovery: [{ title: 'x', announcedOn: '2024-01-01', valuation: money }],
  recordValuation: [{ account: 'kestrel:1', amount: { asset: eth, amount: '1' }, valuation: money }],
  recordLegalProcess: [process],
  amendLegalProcess: [{ process: 'hidden', expiry: '2030-01-01T00:00:00Z', reason }],
  correctLegalProcess: [{ ...process, id: 'hidden', event: 1, reason }],
  withdrawLegalProcess: [{ process: 'hidden', reason }],
  fileReport: [{ kind: 'x', filedAt: '2024-05-01T00:00:00Z', obligations: ['initial-report:blocked'] }],
  placeRetentionHold: [{ accounts: ['kestrel:1'], processes: ['hidden'], reason }],
  liftRetentionHold: [{ hold: 'hold', reason }],
  registerVenue: [{ id: 'another', name: 'Another' }],
  registerAccount: [{ venue: 'kestrel', pseudonym: 'new' }],
};

const kay = person('partner', 'kay', 'kestrel');
const outsiders: readonly Identity[] = [ann, person('spokesperson', 'sam'), kay];

const claimsYaml = (more: string) => `texts:
  - { id: open, source: memo, published: true, sha256: ${'a'.repeat(64)} }
claims:
  - { id: P1, text: open, offset: 0, length: 4, statement: One, modality: STATES, subject: s, predicate: p, about: ['kestrel:1'] }
${more}`;
const claimsOfHidden = `  - { id: secret, text: open, offset: 5, length: 4, statement: Two, modality: DENIES, subject: s, predicate: p, about: ['kestrel:1'] }
`;

async function world(hidden: boolean): Promise<CommandsUp> {
  const up = await commandsUp();
  const scope = ['kestrel:1', 'kestrel:2'];
  await up.process({ id: 'talked', scope });
  await up.process({ id: 'quiet', scope, mayNotify: false, audience: audienceOf(person('analyst', 'ada')) });
  await up.process({ id: 'release', scope, kind: 'COURT_RELEASE' });
  await up.process({ id: 'ofac', scope, kind: 'OFAC_DESIGNATION', effective: '2024-01-01T00:00:00.000Z' });
  const sealed = {
    scope,
    disclosure: 'RESTRICTED' as const,
    mayNotify: false,
    audience: audienceOf(person('analyst', 'ada')),
  };
  if (hidden) {
    await up.process({ id: 'hidden', ...sealed });
    await up.process({ id: 'idle', ...sealed });
  } else await up.process({ id: 'silent', ...sealed, disclosure: 'OPEN' });
  const basis = hidden ? 'hidden' : 'silent';
  const two = { maker: 'ada', checker: 'ben', observed: false, from: '2024-05-01T00:00:00.000Z' };
  const both = { accountId: 'kestrel:1', ...two };
  await up.record(
    draft('MEASURE_TAKEN', {
      measures: [
        measureFact({ ...both, id: 'frozen', kind: 'FREEZE', processIds: [basis] }),
        measureFact({ ...both, id: 'talked-of', kind: 'FREEZE', processIds: ['talked'] }),
        measureFact({
          ...both,
          id: 'mixed',
          kind: 'FREEZE',
          processIds: hidden ? ['talked', basis] : ['talked'],
        }),
        measureFact({ ...both, id: 'blocked', accountId: 'kestrel:2', kind: 'BLOCK', processIds: ['ofac'] }),
      ],
    }),
    draft('RETENTION_HOLD_PLACED', {
      retentionHolds: [
        {
          id: 'hold',
          accountIds: ['kestrel:1'],
          from: two.from,
          to: null,
          processIds: hidden ? ['hidden'] : [],
          reason,
          illustrative: true,
          source: measureFact({ id: 'x', accountId: 'kestrel:1', kind: 'FREEZE', from: two.from }).source,
        },
      ],
    }),
  );
  const ada = person('analyst', 'ada');
  await up.done('freezeAccount', { account: 'kestrel:2', processes: ['talked'], reason }, ada);
  await up.done('freezeAccount', { account: 'kestrel:2', processes: [basis], reason }, ada);
  await up.done('emergencyFreeze', { account: 'kestrel:1', processes: [basis], reason }, ada);
  const { folder, remove } = writeCase({ 'claims.yaml': claimsYaml(hidden ? claimsOfHidden : '') });
  await up.importCase(folder);
  remove();
  await up.records.claims.updateOne({ _id: 'small:secret' }, { $set: { about: ['hidden', 'kestrel:1'] } });
  return up;
}

/** Names that are made anew each time, and the places of events, which say that something was recorded and not what. */
const masked = (answer: unknown, sorted = false): string =>
  JSON.stringify(sorted ? inOneOrder(answer) : answer)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>')
    .replaceAll(/[0-9a-f]{64}/g, '<digest>')
    .replaceAll(/"(startCursor|endCursor|cursor)":"[^"]*"/g, '"$1":"<cursor>"')
    .replaceAll(/"event":\d+/g, '"event":0');

/** Lists are sorted by ids that are made anew each time: what is in them is compared, and not where. */
function inOneOrder(answer: unknown): unknown {
  if (Array.isArray(answer)) {
    return answer.map(inOneOrder).sort((a, b) => (masked(a) < masked(b) ? -1 : 1));
  }
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, inOneOrder(value)]));
}

let worlds: readonly [CommandsUp, CommandsUp];
/** The commands to the store since, by database: the work of an answer consists of them. */
const storeAsked = new Map<string, string[]>();

beforeAll(async () => {
  worlds = await Promise.all([world(true), world(false)]);
  // The first query, or the background, projects the recorded events.
  await Promise.all(worlds.map((up) => up.data('{ accounts { totalCount } }')));
  for (const connection of mongoose.connections) {
    if (connection.readyState !== mongoose.ConnectionStates.connected) continue;
    connection.getClient().on('commandStarted', ({ databaseName, commandName, command }) => {
      const collection = String((command as Record<string, unknown>)[commandName]);
      // The background also checks for growth of the ledger, and for lapses.
      const lapsed = collection === 'proposals' && JSON.stringify(command).includes('"$lte"');
      if (lapsed || ['ledger', 'ledger_checkpoints', 'view_cursors'].includes(collection)) return;
      storeAsked.set(databaseName, [...(storeAsked.get(databaseName) ?? []), `${commandName} ${collection}`]);
    });
  }
});
afterAll(() => Promise.all(worlds.map((up) => up.close())));

it('sees what the store is asked', async () => {
  storeAsked.clear();
  await worlds[0].data('{ accounts { totalCount } }');
  expect(storeAsked.size).toBeGreaterThan(0);
});

async function same(
  what: string,
  ask: (up: CommandsUp) => Promise<unknown>,
  sorted = false,
): Promise<string> {
  storeAsked.clear();
  const [one, other] = await Promise.all(worlds.map(async (up) => masked(await ask(up), sorted)));
  expect([what, one]).toEqual([what, other]);
  const [inOne, inOther] = worlds.map(({ database }) => storeAsked.get(database.connection.name)?.sort());
  expect([what, inOne]).toEqual([what, inOther]);
  return one ?? '';
}

const queries = rootFields('Query').filter(({ name }) => !name.startsWith('_'));
const everything = async (callers = outsiders, sorted = false) => {
  for (const caller of callers) {
    for (const field of queries) {
      for (const given of asked[field.name] ?? []) {
        const query = `{ ${field.name}${given} ${selection(getNamedType(field.type))} }`;
        await same(`${caller.subject}: ${field.name}${given}`, (up) => up.ask(query, {}, caller), sorted);
      }
    }
  }
};

it('every root field is asked and every mutation is tried', () => {
  expect(Object.keys(asked).sort()).toEqual(queries.map(({ name }) => name).sort());
  expect(Object.keys(tried).sort()).toEqual(
    rootFields('Mutation')
      .map(({ name }) => name)
      .sort(),
  );
});

it('every list, count, total and record is the same to those outside the audience, and so is what the store is asked for it', () =>
  everything());

it('every rejection is the same, and so is all that can be seen after the attempts', async () => {
  const answers = new Map<string, string>();
  for (const caller of [ann, kay]) {
    for (const [mutation, inputs] of Object.entries(tried)) {
      for (const [i, input] of inputs.entries()) {
        const what = `${caller.subject}: ${mutation} ${i}`;
        const variables = { input: { key: what, ...input } };
        answers.set(what, await same(what, (up) => up.ask(mutationText(mutation), variables, caller)));
        // A retry is answered as the same, too.
        if (caller !== ann) continue;
        await same(`${what} again`, (up) => up.ask(mutationText(mutation), variables, caller));
      }
    }
  }
  expect(answers.get('ann: releaseMeasure 0')).toContain('BASIS_STILL_IN_FORCE');
  expect(answers.get('ann: releaseMeasure 1')).toContain('UNKNOWN_ENTITY');
  expect(answers.get('ann: freezeAccount 0')).toContain('UNKNOWN_ENTITY');
  expect(answers.get('ann: freezeAccount 1')).toContain('PENDING');
  expect(answers.get('ann: flagAccount 1')).toContain('UNKNOWN_ENTITY');
  await everything([ann], true);
});

it('those in the audience do see the difference, or this would say nothing', async () => {
  const seen = async (up: CommandsUp) =>
    (
      await up.data(
        '{ account(id: "kestrel:1") { measures { id bases { id } } } proposals { totalCount } claims(about: "hidden") { totalCount } }',
        {},
        person('analyst', 'ada'),
      )
    ).claims.totalCount;
  storeAsked.clear();
  expect(await Promise.all(worlds.map(seen))).toEqual([1, 0]);
  // Each world is a database of its own, and is listened to.
  expect([...storeAsked.keys()].sort()).toEqual(
    worlds.map(({ database }) => database.connection.name).sort(),
  );
});
