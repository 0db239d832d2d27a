import { matchKey, readWallet } from '../../../shared/caip/wallet';

const idOf = (written: string) => {
  const read = readWallet(written);
  return 'wallet' in read ? read.wallet.id : `problem: ${read.problem}`;
};

const ronin = 'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96';
const bitcoinChain = 'bip122:000000000019d6689c085ae165831e93';

describe('a wallet in any written form', () => {
  it.each([
    ['0x098b716b8aaf21512996dc57eb0615e2383e2f96', ronin],
    ['0x098B716B8AAF21512996DC57EB0615E2383E2F96', ronin],
    ['0x098B716B8Aaf21512996dC57EB0615e2383E2f96', ronin],
    [ronin, ronin],
    ['ethereum:0x098b716b8aaf21512996dc57eb0615e2383e2f96', ronin],
    ['ethereum:0x098b716b8aaf21512996dc57eb0615e2383e2f96@137?value=1', ronin.replace(':1:', ':137:')],
    [' 1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ\n', `${bitcoinChain}:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ`],
    [
      'bitcoin:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ?amount=1',
      `${bitcoinChain}:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ`,
    ],
    ['39eboeqYNFe2VoLC3mUGx4dh6GNhLB3D2q', `${bitcoinChain}:39eboeqYNFe2VoLC3mUGx4dh6GNhLB3D2q`],
    // BIP 173 and BIP 350 test vectors
    [
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      `${bitcoinChain}:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4`,
    ],
    [
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      `${bitcoinChain}:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0`,
    ],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'tron:0x2b6653dc:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['literal:ofac-sdn:not quite an address', 'literal:ofac-sdn:not quite an address'],
  ])('%s', (written, id) => expect(idOf(written)).toBe(id));

  it.each([
    ['1d6gg9ikehpittcwrjiniuj1jym2hneafj', /lower case/],
    ['1d6gg9ikehpitTcWRJiniuj1jYM2hNeAfJ', /checksum|not the address/],
    ['0x098B716B8Aaf21512996dC57EB0615e2383E2F96', /EIP-55/],
    ['0x098b716b8aaf21512996dc57eb0615e2383e2f9', /40 hexadecimal/],
    ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', /bech32/],
    // BIP 350: version 1 with the checksum of bech32
    ['bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', /bech32/],
    ['not an address', /not the address/],
    ['', /empty/],
    ['dogecoin:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ', /version byte/],
    ['bip122:ffff:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ', /not a chain/],
  ])('rejects %s with its reason', (written, reason) => expect(idOf(written)).toMatch(reason));

  it('rejects a text that is far too long without reading it', () =>
    expect(idOf('x'.repeat(10_000))).toMatch(/longer/));

  it('reads every id that it gives as itself', () => {
    for (const id of [ronin, `${bitcoinChain}:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ`]) expect(idOf(id)).toBe(id);
  });

  it('matches an EVM address on every EVM chain', () => {
    const keys = [ronin, ronin.replace(':1:', ':137:')]
      .map((id) => readWallet(id))
      .map((read) => 'wallet' in read && matchKey(read.wallet));
    expect(new Set(keys).size).toBe(1);
  });
});
