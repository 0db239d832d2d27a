import { readWallet, walletOfId } from '../../../shared/caip/wallet';

const idOf = (written: string) => {
  const read = readWallet(written);
  return 'wallet' in read ? read.wallet.id : `problem: ${read.problem}`;
};

const bitcoin = 'bip122:000000000019d6689c085ae165831e93';
const bitcoinCash = 'bip122:000000000000000000651ef99cb9fcbe';
const litecoin = 'bip122:12a765e31ffd4059bada1e25190f6e98';
const monero = 'monero:418015bb9ae982a1975da7d79277c270';
const solana = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';
const tron = 'tron:0x2b6653dc';

describe('Bitcoin Cash: one wallet, however it is written', () => {
  // The test vectors of the specification of cashaddr: legacy form, and cashaddr.
  it.each([
    ['1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu', 'qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a'],
    ['1KXrWXciRDZUpQwQmuM1DbwsKDLYAYsVLR', 'qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy'],
    ['16w1D5WRVKJuZUsSRzdLp9w3YGcgoxDXb', 'qqq3728yw0y47sqn6l2na30mcw6zm78dzqre909m2r'],
    ['3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC', 'ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq'],
    ['3LDsS579y7sruadqu11beEJoTjdFiFCdX4', 'pr95sy3j9xwd2ap32xkykttr4cvcu7as4yc93ky28e'],
    ['31nwvkZwyPdgzjBJZXfDmSWsC4ZLKpYyUw', 'pqq3728yw0y47sqn6l2na30mcw6zm78dzq5ucqzc37'],
  ])('%s is %s', (legacy, cash) => {
    const id = `${bitcoinCash}:${cash}`;
    for (const written of [
      cash,
      cash.toUpperCase(),
      `bitcoincash:${cash}`,
      `BITCOINCASH:${cash.toUpperCase()}`,
      `bitcoincash:${cash}?amount=1`,
      id,
      `${bitcoinCash}:bitcoincash:${cash}`,
      `${bitcoinCash}:${legacy}`,
      `bitcoincash:${legacy}`,
    ])
      expect(idOf(written)).toBe(id);
    expect(idOf(legacy)).toBe(`${bitcoin}:${legacy}`);
  });

  it('says of a token-aware form that the plain one is needed', () => {
    expect(idOf('zpm2qsznhks23z7629mms6s4cwef74vcwvrqekrq9w')).toMatch(/token-aware/);
  });
});

describe('a form that two chains share', () => {
  it('is the older chain bare, and the other where that is given', () => {
    const script = '3CWFddi6m4ndiGyKqzYvsFYagqDLPVMTzC';
    expect(idOf(script)).toBe(`${bitcoin}:${script}`);
    const ofLitecoin = idOf(`${litecoin}:${script}`);
    expect(ofLitecoin).toMatch(new RegExp(`^${litecoin}:M`));
    expect(idOf(`litecoin:${script}`)).toBe(ofLitecoin);
    expect(idOf(ofLitecoin)).toBe(ofLitecoin);
    expect(idOf(ofLitecoin.slice(litecoin.length + 1))).toBe(ofLitecoin);
  });
});

describe('the XRP Ledger', () => {
  // From the tests of Ripple's own address codec: classic, X-address without a tag and with tag 1, and of the test network.
  it('has one wallet for a classic address and its X-addresses, whatever their tag', () => {
    const classic = 'r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59';
    for (const written of [
      classic,
      `xrpl:0:${classic}`,
      `ripple:${classic}?dt=1`,
      'X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ',
      'X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu',
    ])
      expect(idOf(written)).toBe(`xrpl:0:${classic}`);
    expect(idOf('T719a5UwUCnEs54UsxG9CJYYDhwmFCqkr7wxCcNcfZ6p5GZ')).toMatch(/test network/);
  });
});

describe('Monero', () => {
  it.each([
    '44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A',
    '888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H',
  ])('%s', (address) => {
    for (const written of [address, `monero:${address}?tx_amount=1`, `${monero}:${address}`])
      expect(idOf(written)).toBe(`${monero}:${address}`);
    expect(idOf(address.toLowerCase())).toMatch(/lower case/);
    expect(idOf(address.slice(0, -1))).toMatch(/Monero/);
  });
});

describe('Solana', () => {
  it.each(['11111111111111111111111111111111', 'So11111111111111111111111111111111111111112'])(
    'has no checksum: %s is taken as it is',
    (address) => {
      for (const written of [address, `solana:${address}?amount=1`, `${solana}:${address}`])
        expect(idOf(written)).toBe(`${solana}:${address}`);
    },
  );

  it('is never what a mistyped address of another chain becomes', () => {
    expect(idOf('1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfK')).toMatch(/checksum/);
    // A bech32 address of Bitcoin Gold with a slip in its prefix: base58 of 32 bytes, by chance.
    expect(idOf('Xtg1qqqqqzqqqysqq6qqqqqqzqqqqr88sqqzq9tpmty')).toMatch(/mistyped/);
    expect(idOf('So1111111111111111111111111111111111111111')).toMatch(/^problem/);
  });
});

describe('TRON', () => {
  it('has one wallet for base58 and for the hex of its nodes', () => {
    const id = `${tron}:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t`;
    const hex = '41a614f803b6fd780986a42c78ec9c7f77e6ded13c';
    for (const written of [
      hex,
      hex.toUpperCase(),
      `${tron}:${hex}`,
      'tron:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    ])
      expect(idOf(written)).toBe(id);
  });
});

describe('a payment URI', () => {
  const payee = '0x098B716B8Aaf21512996dC57EB0615e2383E2f96';
  const token = '0xdAC17F958D2ee523a2206206994597C13D831ec7';

  it('that transfers tokens names who is paid, not the contract (EIP-681)', () => {
    expect(idOf(`ethereum:${token}@137/transfer?address=${payee}&uint256=1`)).toBe(`eip155:137:${payee}`);
  });

  it.each([
    [`ethereum:${token}/approve?address=${payee}`, /calls "approve"/],
    [`ethereum:${token}/transfer?uint256=1`, /calls "transfer"/],
    [`ethereum:vitalik.eth`, /name/],
    ['lightning:lnbc1', /not a scheme/],
    ['bitcoin:?amount=1', /not the address/],
    [`bitcoin:${payee}`, /form of an address of Ethereum, and Bitcoin has none such/],
  ])('%s is rejected', (written, reason) => expect(idOf(written)).toMatch(reason));
});

describe('what is no address', () => {
  it.each([
    ['098B716B8Aaf21512996dC57EB0615e2383E2f96', /0x is missing/],
    ['5be5543ff73456ab9f2d207887e2af87322c651ea1a873c5b25b7ffae456c320', /hash of a transaction, or a key/],
    ['vitalik.eth', /a name/],
    ['tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', /prefix `tb`/],
    ['bip122:000000000019d6689c085ae165831e93:ltc1qr8ntsedq8tv0svmxqhzvdcdl5k7kntdmnhwep7', /Litecoin/],
    ['TNIQ9AXBP9EJUQHDHRWRFVAA8U3GUQZH81', /upper case/],
    ['rnxyvqzgxze7tr1epztkgj2jxh4lmjyh66', /lower case/],
    ['Bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', /all in lower or all in upper/],
    ['eip155:0:0x098B716B8Aaf21512996dC57EB0615e2383E2f96', /not a chain/],
    ['💥', /not the address/],
  ])('%s', (written, reason) => expect(idOf(written)).toMatch(reason));

  it('is no id either', () => {
    expect(() => walletOfId('bitcoin')).toThrow('not the id of a wallet');
    expect(() => walletOfId('foo:bar:1D6gG9iKEhPitTcWRJiniuj1jYM2hNeAfJ')).toThrow('not the id of a wallet');
  });
});
