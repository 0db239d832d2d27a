import { bech32, createBase58check } from '@scure/base';
import { sha256 } from '@noble/hashes/sha2.js';
import { quoteInput, redactSecrets } from '../../../shared/errors/redactSecrets';
import { chainsOfSameForm } from '../../../shared/caip/sharedForms';
import { readWallet } from '../../../shared/caip/wallet';

const problemOf = (written: string) => {
  const read = readWallet(written);
  return 'problem' in read ? read.problem : `read as ${read.wallet.id}`;
};

const checked = createBase58check(sha256);
const forked = (...version: number[]) =>
  checked.encode(Uint8Array.of(...version, ...new Uint8Array(20).fill(7)));
const hex = 'e9873d79c6d87dc0fb6a5778633389f4453213303da61f20bd67fc233aa33262';

/** Published examples: of the chains' documentation, of BIP 32, BIP 38 and BIP 39, and of the Bitcoin wiki (WIF). */
describe('a form of another chain is named', () => {
  it.each([
    ['GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ', /Stellar, a chain that Cordon does not know/],
    ['HZ57J3K46JIJXILONBBZOHX6BKPXEM2VVXNRFSUED6DKFD5ZD24PMJ3MVA', /Algorand, a chain/],
    ['ga7qynf7sowq3glr2bgmzehxavirza4kvwltjjfc7mgxua74p7ujvsgz', /Stellar, a chain that Cordon does not know/],
    ['hz57j3k46jijxilonbbzohx6bkpxem2vvxnrfsued6dkfd5zd24pmj3mva', /Algorand, a chain/],
    ['sbgwsg6btnckcob3difbgcvmupqfypa2g4o34rmtb343oypxu5djdvmn', /secret seed of Stellar/],
    ['4wBqpZM9xaSheZzJSMawUKKwhdpChKbZ5eu5ky4Vigw5p3vLCMHnHfBTwcAqyG1Lh7ZmhPvBEQWhVTpBWiVFJW7R', /private key or a signature of Solana/],
    ['cosmosvaloper1sjllsnramtg3ewxqwwrwjxfgc4n4ef9u2lcnj0', /not the address of a chain/],
    ['f1abjxfbp274xpdqcpuaykwkfb43omjotacm2p3za', /Filecoin, a chain/],
    ['f3vvmn62lofvhjd2ugzca6sof2j2ubwok6cj4xxbfzz4yuxfkgobpihhd2thlanmsh3w2ptld2gqkn2jvlss4a', /Filecoin/],
    ['lnbc20m1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqhp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqs', /Lightning/],
    ['0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798', /compressed public key/],
    ['xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8', /extended public key/],
    ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', /Polkadot, a chain/],
    ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', /Polkadot family/],
    ['3PQ6wCS3zAkDEJtvGntQZbjuLw24kxTqndr', /Waves, a chain/],
    ['addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x', /Cardano, a chain/],
    ['Ae2tdPwUPEZFRbyhz3cpfC2CumGzNkFBN2L42rcUc2yjQpEkxDbkPodpMAi', /Cardano/],
    [forked(0x3f), /DigiByte, a chain/],
    [forked(0x35), /NEO \(N3\), a chain/],
    [forked(0x06, 0xa1, 0x9f), /Tezos, a chain/],
    [bech32.encode('dgb', [0, ...bech32.toWords(new Uint8Array(20).fill(3))]), /DigiByte, a chain/],
  ] as const)('%s', (written, reason) => expect(problemOf(written)).toMatch(reason)); // prettier-ignore

  it('where the chain is given too', () =>
    expect(problemOf('bip122:000000000019d6689c085ae165831e93:3PQ6wCS3zAkDEJtvGntQZbjuLw24kxTqndr')).toMatch(
      /Waves/,
    ));
});

describe('a form that several chains share', () => {
  it.each([
    [forked(0x17), 'btg:mainnet', /NEO/],
    [forked(0x1e), 'bip122:1a91e3dace36e2be3bf030a65679fe82', /DigiByte/],
    [forked(0x1c, 0xb8), 'bip122:00040fe8ec8471911baa1db1266ea15d', /Zclassic/],
    [forked(0x00), 'bip122:000000000019d6689c085ae165831e93', /Bitcoin Cash/],
  ] as const)('%s is %s, and says whose it may be', (written, chain, others) => {
    const read = readWallet(written);
    if ('problem' in read) throw new Error(read.problem);
    expect(read.wallet.chain).toBe(chain);
    expect(chainsOfSameForm(read.wallet).join()).toMatch(others);
  });

  it('is not every form', () => {
    const read = readWallet(forked(0x30));
    expect('wallet' in read && chainsOfSameForm(read.wallet)).toEqual([]);
  });
});

const wif = (version: number, ...end: number[]) =>
  checked.encode(Uint8Array.of(version, ...Buffer.from(hex, 'hex'), ...end));

describe('a secret', () => {
  const secrets = [
    ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ', /private key \(WIF\)/],
    [wif(0x80, 1), /private key \(WIF\)/],
    [wif(0xb0, 1), /private key/],
    [wif(0xef), /private key/],
    // A character is wrong: it is a secret all the same.
    ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK', /private key \(WIF\)/],
    [hex, /64 hexadecimal digits/],
    [`0x${hex}`, /a key/],
    ['xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi', /extended private key/],
    ['6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg', /BIP 38/],
    ['sn259rEFXrQrWyx3Q7XneWcwV6dfL', /XRP Ledger/],
    ['SB2LHKBL24ITV2Y346BU46XPEL45BDAFOOJLZ6SESCJZ6V5JMP7D6G5X', /Stellar/],
    ['legal winner thank year wave sausage worth useful legal winner thank yellow', /mnemonic/],
  ] as const; // prettier-ignore

  it.each(secrets)('%s is named for what it is, and none of it repeated', (secret, reason) => {
    const problem = problemOf(secret);
    expect(problem).toMatch(reason);
    const shown = `${quoteInput(secret)} ${problem} ${redactSecrets(`Variable "$a" got invalid value "${secret}"; x`)}`;
    for (let at = 0; at + 6 <= secret.length; at++) expect(shown).not.toContain(secret.slice(at, at + 6));
  });

  it('is not what an address, an id or a sentence is taken for', () => {
    for (const text of [
      'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
      'the account "venue:alice" is not registered: register it before a wallet is',
      '2f1c4a1e-7c0b-4a51-9f30-0d3f3f0c1d2e',
      'Argument "id" of type "ID!" is required, but it was not provided.',
      'Field "input" argument "key" of type "String!" is required, but it was not provided.',
      "Subscription 'S' must select only one top level field.",
    ])
      expect(redactSecrets(text)).toBe(text);
  });
});
