import { readHeader, readTag, type Tag } from '../../../subgraphs/attribution/import/tagpack/tagForm.rules';
import { tagStatement } from '../../../subgraphs/attribution/import/tagpack/tagStatement.rules';
import { tagWallet } from '../../../subgraphs/attribution/import/tagpack/tagWallet.rules';

const header = readHeader({
  title: 'Pack',
  creator: 'Somebody',
  description: 'made up',
  label: 'Of all',
  source: 'https://example.org',
  currency: 'BTC',
  lastmod: '2022-02-15',
});
const genesis = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
const read = (item: object) => {
  if ('problem' in header) throw new Error(header.problem);
  return readTag(item, header);
};
const now = new Date('2024-01-01T00:00:00Z');
const said = (item: object) => {
  const tag = read(item) as Tag;
  const found = tagWallet(tag.address, tag.currency, tag.network);
  if ('problem' in found) throw new Error(found.problem);
  return tagStatement(tag, found.wallet, { uri: 'pack.yaml', now });
};

describe('a tag of a TagPack', () => {
  it('inherits what the header says, and says it otherwise where it does', () => {
    expect(read({ address: genesis, label: 'Own' })).toMatchObject({
      title: 'Pack',
      creator: 'Somebody',
      label: 'Own',
      source: 'https://example.org',
      confidence: 'unknown',
    });
  });

  it('inherits from an included header too', () => {
    expect(readHeader({ header: { title: 'T', creator: 'C', actor: 'a' } })).toEqual({
      title: 'T',
      creator: 'C',
      inherited: { actor: 'a' },
    });
  });

  it.each([
    [{ label: 'x' }, /address: it is missing/],
    [{ tx_hash: '0x1' }, /tags a transaction/],
    [{ address: genesis, confidence: 'sure' }, /confidence: "sure"/],
    [{ address: genesis, lastmod: 'long ago' }, /lastmod/],
    [{ address: genesis, lastmod: '2022-13-45' }, /lastmod/],
    [{ address: genesis, colour: 'red' }, /colour: not a field/],
    [{ address: ['a'] }, /address: it is text/],
    [{ address: genesis, is_cluster_definer: 'maybe' }, /true or false/],
    ['text', /not a tag/],
  ])('rejects %j with the reason', (item, why) => {
    expect(read(item as object)).toEqual({ problem: expect.stringMatching(why) as string });
  });

  it.each([
    [genesis, 'BTC', null, `bip122:000000000019d6689c085ae165831e93:${genesis}`],
    [genesis, 'BSV', null, `literal:tagpack:BSV:${genesis}`],
    ['bitfinexcw21', 'EOS', null, 'literal:tagpack:EOS:bitfinexcw21'],
    [
      'TRYL7PKCG4b4xRCM554Q5J6o8f1UjUmfnY',
      'USDT',
      null,
      'tron:0x2b6653dc:TRYL7PKCG4b4xRCM554Q5J6o8f1UjUmfnY',
    ],
    [
      '0x098b716b8aaf21512996dc57eb0615e2383e2f96',
      'BNB',
      'BSC',
      'eip155:56:0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
    ],
    // Valid on another chain by its form: the form decides, and not the ticker.
    ['TRYL7PKCG4b4xRCM554Q5J6o8f1UjUmfnY', 'BTC', null, 'tron:0x2b6653dc:TRYL7PKCG4b4xRCM554Q5J6o8f1UjUmfnY'],
    // Dogecoin's form, on a chain that is not known: whose it is cannot be said.
    [
      'DPRWrAopjKfzEMne2jiLBuwyH9m1LZE5DF',
      'XVG',
      null,
      'literal:tagpack:XVG:DPRWrAopjKfzEMne2jiLBuwyH9m1LZE5DF',
    ],
  ])('of %s in %s is of the wallet that the chain and the form say', (address, currency, network, id) => {
    expect(tagWallet(address, currency, network)).toMatchObject({ wallet: { id } });
  });

  it('is rejected where its address is malformed on a chain that is known', () => {
    expect(tagWallet('1MFgcyJ7ZNSknbTBRaih6zWDE6V1A64tRYs', 'BTC', null)).toEqual({
      problem: expect.stringContaining('checksum') as string,
    });
  });

  it('is one statement whatever file says it, and another one where it says anything else', () => {
    const one = said({ address: genesis, actor: 'binance', context: '{"a": 1}' });
    expect(said({ address: genesis, actor: 'binance', context: '{"a":1}', network: 'BTC' })._id).toBe(
      one._id,
    );
    const others = [{ label: 'x' }, { actor: 'kraken' }, { abuse: 'scam' }, { concepts: ['exchange'] }].map(
      (over) => said({ address: genesis, actor: 'binance', context: '{"a":1}', ...over })._id,
    );
    expect(new Set([one._id, ...others]).size).toBe(5);
    expect(one).toMatchObject({ actorId: 'graphsense:binance', stance: 'ASSERTS', confidence: 5 });
  });

  it('could be known since its last change, and never later than it is read', () => {
    expect(said({ address: genesis }).knownSince).toEqual(new Date('2022-02-15T00:00:00Z'));
    expect(said({ address: genesis, lastmod: '2023-08-16 12:18:52.619444' }).knownSince).toEqual(
      new Date('2023-08-16T12:18:52.619Z'),
    );
    expect(said({ address: genesis, lastmod: '2033-01-01' }).knownSince).toEqual(now);
  });
});
