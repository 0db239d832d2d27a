import {
  canonicalJson,
  entryOfContent,
  storedEntry,
} from '../../../../subgraphs/sanctions/list/content.rules';
import { listWallet } from '../../../../subgraphs/sanctions/list/listWallet';
import { listEntry } from '../../../support/listEntries';

const solana = '42RLPACwZPx3vYYmxSueqsogfynBDqXK298EDsNoyoHi';
const malformed = 'bnb136ns6lfw4zs5hg4n85vdthaad7hq5m4gtkgf23';

describe('a stored entry', () => {
  it('is what was stored, where every address could be read', () => {
    const entry = listEntry('1', 'KIM', {
      wallets: [listWallet('test-list', 'XBT', '1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ')],
    });
    expect(entryOfContent(storedEntry(entry).content)).toEqual(entry);
  });

  it('has the wallet of an address that could not be read when it was stored, and the literal of one that never can', () => {
    const unread = (published: string) => ({
      currency: 'SOL',
      published,
      walletId: `literal:test-list:${published}`,
      matchKey: `literal:test-list:${published}`,
      problem: 'it is not the address of a chain that Cordon knows',
    });
    const stored = listEntry('1', 'KIM', { wallets: [unread(solana), unread(malformed)] });
    const id = `solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:${solana}`;
    expect(entryOfContent(canonicalJson(stored)).wallets).toEqual([
      { currency: 'SOL', published: solana, walletId: id, matchKey: id, problem: null },
      { ...unread(malformed), problem: expect.stringContaining('prefix `bnb`') as string },
    ]);
  });
});
