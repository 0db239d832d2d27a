import 'reflect-metadata';
import { FlagAccountResolver } from '../../../../subgraphs/enforcement/command/flagAccount';
import { RecordLegalProcessResolver } from '../../../../subgraphs/enforcement/command/recordLegalProcess';
import { ann, lea, newKey } from '../../../support/commandsUp';
import { accountFact, draft, venueFact } from '../../../support/enforcementFacts';
import { memoryEnforcement } from '../../../support/memoryEnforcement';

const now = new Date('2024-06-01T00:00:00Z');
const ids = Array.from({ length: 2_500 }, (_, i) => `kestrel:${i}`);
const up = memoryEnforcement();
up.append(draft('ACCOUNT_REGISTERED', { venues: [venueFact('kestrel')], accounts: ids.map(accountFact) }));

it('a process on many accounts reads them a thousand at a time, and one command names no more than ten thousand', async () => {
  const context = up.context(lea, now);
  const read = jest.spyOn(context.stores.accounts, 'byIds');
  const record = (scope: string[]) =>
    new RecordLegalProcessResolver().recordLegalProcess(context, {
      kind: 'SUBPOENA',
      authority: 'A court',
      scope,
      disclosure: 'OPEN',
      mayNotify: true,
      illustrative: true,
      key: newKey(),
    });
  await record(ids);
  expect(read.mock.calls.map(([, asked]) => asked.length)).toEqual([1000, 1000, 500]);
  await expect(record([...ids, 'kestrel:none'])).rejects.toThrow('there is no account "kestrel:none"');
  const tooMany = Array.from({ length: 10_001 }, (_, n) => `kestrel:${n}`);
  await expect(record(tooMany)).rejects.toThrow('at most 10000 in one command');
});

it('a store that cannot be read is no missing claim', async () => {
  const context = up.context(ann, now);
  Object.assign(context.stores.claims, { byIds: () => Promise.reject(new Error('the store is away')) });
  const flag = { account: 'kestrel:1', claims: ['one'], reason: 'a test', key: newKey() };
  await expect(new FlagAccountResolver().flagAccount(context, flag)).rejects.toThrow('the store is away');
});
