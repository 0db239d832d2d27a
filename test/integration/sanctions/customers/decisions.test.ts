import { join } from 'node:path';
import { eventRecords, ledgerStore, lineOf, verifyFile, verifyStore } from '@cordon/ledger';
import type { Identity } from '../../../../shared/identity/identity';
import { decisionStore } from '../../../../subgraphs/sanctions/decision/decision.store';
import { callerOf } from '../../../support/identities';
import { type CustomersUp, customersUp } from '../../../support/customersUp';
import { listEntry } from '../../../support/listEntries';
import { listFolder } from '../../../support/listFolder';

let up: CustomersUp;
beforeEach(async () => {
  up = await customersUp();
  await up.publish('test-list', '2024-01-01', [velikov, ...others]);
});
afterEach(() => up.close());

const born = (year: string) => [{ text: year, from: `${year}-01-01`, to: `${year}-12-31`, circa: false }];
const velikov = listEntry('1', 'VELIKOV, Ivan', { births: born('1961') });
const others = Array.from({ length: 10 }, (_, i) => listEntry(String(100 + i), `PARTY NUMBER${i}`));

const ann = callerOf('analyst');
const ben = { ...callerOf('approver'), subject: 'ben' };
const fields = 'id digest isPresent decision { event verdict state holds by checker reason score version }';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the answer as a client sees it
type Json = any;

async function recorded(id = 'a', facts: object = {}, caller?: Identity): Promise<Json> {
  await up.record({ id, name: 'Ivan Velikov', ...facts }, caller);
  await up.screened();
  return matchOf(`${caller ? 'venue.north' : 'operator'}:${id}`);
}
const matchOf = async (customer: string): Promise<Json> =>
  (await up.ask(`query($customer: ID!) { customer(id: $customer) { matches { ${fields} } } }`, { customer }))
    .data.customer.matches[0];
let keys = 0;
const act = (mutation: string, type: string, input: object, caller: Identity): Promise<Json> =>
  up.ask(
    `mutation($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`,
    { input: { key: `key-${++keys}`, ...input } },
    caller,
  );
const decide = (match: Json, over: object = {}, caller: Identity = ann) =>
  act(
    'decideMatch',
    'DecideMatchInput',
    { match: match.id, digest: match.digest, verdict: 'TRUE_MATCH', reason: 'the passport', ...over },
    caller,
  );
const check = (mutation: string, match: Json, over: object, caller: Identity = ben) =>
  act(mutation, 'CheckDecisionInput', { match: match.id, digest: match.digest, ...over }, caller);
const codeOf = ({ errors }: Json): string => errors[0].extensions.code;
const alerts = async (): Promise<Json[]> =>
  (await up.ask('{ screeningAlerts { nodes { change cause changed match { entry customer { ownId } } } } }'))
    .data.screeningAlerts.nodes;

/** A false positive in force. */
async function cleared(facts: object = {}) {
  const match = await recorded('a', facts);
  const proposed = (await decide(match, { verdict: 'FALSE_POSITIVE', reason: 'another birth date' })).data
    .decideMatch;
  await check('approveMatchDecision', match, { event: proposed.decision.event });
  return match;
}

it('a true match is in force at once, with the evidence as it was', async () => {
  const match = await recorded();
  expect(match.decision).toBeNull();
  const { data } = await decide(match);
  expect(data.decideMatch.decision).toEqual({
    event: 1,
    verdict: 'TRUE_MATCH',
    state: 'IN_FORCE',
    holds: true,
    by: ann.subject,
    checker: null,
    reason: 'the passport',
    score: 1,
    version: '2024-01-01',
  });
});

it('a false positive needs a second person, who is another', async () => {
  const match = await recorded();
  const proposed = (await decide(match, { verdict: 'FALSE_POSITIVE' })).data.decideMatch;
  expect(proposed.decision).toMatchObject({ state: 'PROPOSED', holds: false });
  const event = proposed.decision.event;
  expect(
    codeOf(await check('approveMatchDecision', match, { event }, { ...ben, subject: ann.subject })),
  ).toBe('CHECKER_IS_MAKER');
  expect(codeOf(await check('approveMatchDecision', match, { event: Number(event) + 1 }))).toBe(
    'ALREADY_DECIDED',
  );
  expect(codeOf(await check('rejectMatchDecision', match, { event }))).toBe('BAD_USER_INPUT');
  const approved = (await check('approveMatchDecision', match, { event })).data.approveMatchDecision;
  expect(approved.decision).toMatchObject({ state: 'IN_FORCE', holds: true, checker: 'ben' });
  expect(codeOf(await check('rejectMatchDecision', match, { event, reason: 'no' }))).toBe('ALREADY_DECIDED');
});

it('the same key decides once, and nothing else', async () => {
  const match = await recorded();
  const first = await decide(match, { key: 'once' });
  const again = await decide(match, { key: 'once' });
  expect(again.data.decideMatch.decision).toEqual(first.data.decideMatch.decision);
  expect(codeOf(await decide(match, { key: 'once', reason: 'other' }))).toBe('IDEMPOTENCY_KEY_REUSED');
});

it('stays quiet until what it rests on changes, and says what did', async () => {
  const match = await cleared();
  const before = (await alerts()).length;
  await up.publish('test-list', '2024-02-01', [
    { ...velikov, programmes: ['OTHER'], remarks: ['x'] },
    ...others,
  ]);
  await up.screened();
  expect(await alerts()).toHaveLength(before);
  expect((await matchOf('operator:a')).decision.holds).toBe(true);
  await up.publish('test-list', '2024-03-01', [
    { ...velikov, births: born('1962'), programmes: ['OTHER'] },
    ...others,
  ]);
  await up.screened();
  expect((await alerts()).slice(before)).toEqual([
    {
      change: 'REOPENED',
      cause: 'ENTRY_CHANGED',
      changed: ['entry.births'],
      match: { entry: '1', customer: { ownId: 'a' } },
    },
  ]);
  const now = await matchOf('operator:a');
  expect(now.decision).toMatchObject({ state: 'IN_FORCE', holds: false });
  expect(now.digest).not.toBe(match.digest);
  expect(codeOf(await decide(match))).toBe('MATCH_CHANGED');
});

it('comes back where the customer changes, and goes with its entry in silence', async () => {
  await cleared();
  const before = (await alerts()).length;
  await up.publish('test-list', '2024-02-01', others);
  await up.screened();
  await up.publish('test-list', '2024-03-01', [velikov, ...others]);
  await up.screened();
  // Off and on again, and the same: the decision holds.
  expect(await alerts()).toHaveLength(before);
  await up.record({ id: 'a', name: 'Ivan Velikov', birthDate: '1961' });
  await up.screened();
  expect((await alerts()).slice(before)).toMatchObject([
    { change: 'REOPENED', cause: 'CUSTOMER_CHANGED', changed: ['customer.birthDate'] },
  ]);
});

it('a true match comes back where the list is withdrawn', async () => {
  await up.publish('test-list', '2024-02-01', [{ ...velikov, births: born('1970') }, ...others]);
  await decide(await recorded());
  const before = (await alerts()).length;
  await up.withdraw('test-list', '2024-02-01');
  await up.screened();
  expect((await alerts()).slice(before)).toMatchObject([{ change: 'REOPENED', changed: ['entry.births'] }]);
  await decide(await matchOf('operator:a'));
  await up.publish('test-list', '2024-03-01', others);
  await up.screened();
  expect((await alerts()).at(-1)).toMatchObject({ change: 'GONE', cause: 'ENTRY_REMOVED' });
});

it('comes back when it expires', async () => {
  await decide(await recorded(), { expiresOn: '2024-06-03' });
  const before = (await alerts()).length;
  up.clock.now = new Date('2024-06-03T23:00:00Z');
  expect((await matchOf('operator:a')).decision.holds).toBe(true);
  up.clock.now = new Date('2024-06-04T01:00:00Z');
  expect((await matchOf('operator:a')).decision.holds).toBe(false);
  // A customer that comes later is screened in a later step.
  await recorded('b');
  await up.restart();
  await recorded('c');
  const came = (await alerts()).slice(before).filter(({ cause }) => cause === 'DECISION_EXPIRED');
  expect(came).toMatchObject([{ change: 'REOPENED', match: { customer: { ownId: 'a' } } }]);
  expect(codeOf(await decide(await matchOf('operator:b'), { expiresOn: '2024-06-03' }))).toBe(
    'BAD_USER_INPUT',
  );
});

it('is refused where the customer changed meanwhile, and nothing is written', async () => {
  const match = await recorded();
  await up.record({ id: 'a', name: 'Ivan Velikov', nationality: 'BG' });
  expect(codeOf(await decide(match))).toBe('MATCH_CHANGED');
  expect(await up.records.ledger.countDocuments()).toBe(0);
});

it('is for those who see the match, and may decide', async () => {
  const north = callerOf('partner', 'north');
  const match = await recorded('n', {}, north);
  expect(codeOf(await decide(match, {}, callerOf('partner', 'south')))).toBe('UNKNOWN_ENTITY');
  expect(codeOf(await decide({ id: 'none', digest: '' }, {}, north))).toBe('UNKNOWN_ENTITY');
  expect(codeOf(await decide(match, {}, callerOf('auditor')))).toMatch(/ROLE_MISSING|UNAUTHORIZED/);
  expect((await decide(match, {}, north)).data.decideMatch.decision).toMatchObject({ state: 'IN_FORCE' });
});

it('is not made anew from a ledger that lost events, unless the loss is accepted', async () => {
  await cleared();
  await up.records.ledger.deleteOne({ _id: 2 });
  const decisions = decisionStore(up.records, ledgerStore(up.records.ledger));
  await expect(decisions.rebuild()).rejects.toMatchObject({ name: 'LedgerDamaged' });
  expect(await up.records.decisions.find().lean()).toMatchObject([{ state: 'IN_FORCE' }]);
  expect(await decisions.rebuild({ acceptLoss: true })).toEqual({ rows: 1, differences: 2 });
  expect(await up.records.decisions.find().lean()).toMatchObject([{ state: 'PROPOSED' }]);
});

it('is an event of a ledger that verifies, whose rows are made anew from it', async () => {
  await cleared();
  const events = eventRecords(up.records.ledger);
  expect(await verifyStore(events, [])).toMatchObject({ ok: true, events: 2 });
  const lines: string[] = [];
  for await (const batch of events.batches(0))
    for (const event of batch) if (event) lines.push(`${lineOf(event)}\n`);
  const folder = listFolder({ 'decisions.jsonl': lines.join('') });
  expect(await verifyFile(join(folder.path, 'decisions.jsonl'), [])).toMatchObject({ ok: true, events: 2 });
  folder.remove();
  const decisions = decisionStore(up.records, ledgerStore(up.records.ledger));
  expect(await decisions.compare()).toEqual({ rows: 1, differences: 0 });
  await up.records.decisions.updateMany({}, { $set: { verdict: 'TRUE_MATCH' } });
  expect(await decisions.compare()).toEqual({ rows: 1, differences: 2 });
  await decisions.rebuild();
  expect(await decisions.compare()).toEqual({ rows: 1, differences: 0 });
  const [decided] = await up.records.ledger.find().sort({ _id: 1 }).lean();
  const { payload } = JSON.parse(decided!.text);
  expect(payload).toMatchObject({
    verdict: 'FALSE_POSITIVE',
    score: 10_000,
    version: '2024-01-01',
    entry: '1',
  });
  expect(JSON.parse(payload.entryFacts)).toMatchObject({ name: 'VELIKOV, Ivan' });
});
