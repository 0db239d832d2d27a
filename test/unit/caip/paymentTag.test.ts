import { base58xrp } from '@scure/base';
import { sha256Twice, withChecksum, withoutChecksum } from '../../../shared/caip/checksum';
import { parseTag, tagOf } from '../../../shared/caip/paymentTag';

const classic = 'rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B';
const account = withoutChecksum(base58xrp.decode(classic), sha256Twice)!.subarray(1);
const xAddress = (flag: number, tag: number) => {
  const end = Buffer.alloc(9);
  end[0] = flag;
  end.writeUInt32LE(tag, 1);
  return base58xrp.encode(withChecksum(Uint8Array.of(0x05, 0x44, ...account, ...end), sha256Twice));
};

describe('a tag', () => {
  it.each([
    [xAddress(1, 4_294_967_295), undefined, { tag: '4294967295' }],
    [xAddress(1, 0), undefined, { tag: '0' }],
    [xAddress(0, 0), undefined, { tag: null }],
    [xAddress(0, 0), '7', { tag: '7' }],
    [xAddress(1, 7), 7, { tag: '7' }],
    [xAddress(1, 7), '8', { problem: 'the address has the tag 7, and beside it is 8' }],
    [`xrpl:0:${xAddress(1, 7)}`, null, { tag: '7' }],
    [`ripple:${classic}?amount=1&dt=12`, null, { tag: '12' }],
    [`xrpl:${xAddress(1, 7)}?amount=1`, null, { tag: '7' }],
    [`xrpl://${xAddress(1, 7)}`, null, { tag: '7' }],
    [
      `xrpl:${xAddress(1, 7)}?dt=8`,
      null,
      { problem: 'the address has the tag 7, and the payment URI has 8' },
    ],
    [classic, ' 5 ', { tag: '5' }],
    [classic, '', { tag: null }],
  ] as const)('of %s with %j beside it', (address, given, expected) =>
    expect(tagOf('xrpl:0', address, given)).toEqual(expected),
  );

  it('is a number of 32 bits on the XRP Ledger, and a text elsewhere', () => {
    for (const wrong of ['01', '-1', '1.5', '4294967296', 'memo'])
      expect(parseTag('xrpl:0', wrong)).toHaveProperty('problem');
    expect(parseTag('eip155:1', '01 Alice')).toEqual({ tag: '01 Alice' });
    expect(parseTag('eip155:1', 'x'.repeat(129))).toHaveProperty('problem');
    expect(parseTag('eip155:1', 'a\u0000b')).toHaveProperty('problem');
  });
});
