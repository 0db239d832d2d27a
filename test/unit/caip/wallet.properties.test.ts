import fc from 'fast-check';
import { publishedWallet, readWallet, walletOfId } from '../../../shared/caip/wallet';
import {
  anyAddress,
  checksummedAddresses,
  eip55,
  evmDigits,
  type MadeAddress,
  solanaAddresses,
} from '../../support/writtenAddresses';

const idOf = (written: string) => {
  const read = readWallet(written);
  return 'wallet' in read ? read.wallet.id : null;
};

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0lIO';

/** The text with the character at a place (a number from 0 to below 1) replaced by another one. */
function withAnother(text: string, place: number, other: string): string {
  const at = Math.floor(place * text.length);
  return text.slice(0, at) + other + text.slice(at + 1);
}

const character = fc.constantFrom(...Array.from(alphabet));
const flips = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), character);

describe('any address', () => {
  it('is on the chain of its form; its id is read as itself, and is what a record holds', () => {
    fc.assert(
      fc.property(anyAddress, ({ chain, address }) => {
        const id = `${chain}:${address}`;
        expect(idOf(address)).toBe(id);
        expect(idOf(` ${id}\n`)).toBe(id);
        expect(readWallet(id)).toEqual({ wallet: walletOfId(id) });
      }),
      { numRuns: 500 },
    );
  });

  it('with one wrong character is rejected, wherever the form has a checksum', () => {
    fc.assert(
      fc.property(checksummedAddresses, flips, ({ address }, [place, other]) => {
        const wrong = withAnother(address, place, other);
        fc.pre(wrong !== address);
        expect(idOf(wrong)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('with a character too few or too many is rejected, wherever the form has a checksum', () => {
    fc.assert(
      fc.property(checksummedAddresses, flips, ({ address }, [place, other]) => {
        const at = Math.floor(place * address.length);
        // Of characters in a row that are the same, each left out is the same text: still one too few.
        expect(idOf(address.slice(0, at) + address.slice(at + 1))).not.toBe(idOf(address));
        expect(idOf(address.slice(0, at) + other + address.slice(at))).not.toBe(idOf(address));
      }),
    );
  });

  it('in only one case, where case is data, is never another wallet', () => {
    const lower = ({ address }: MadeAddress) => address.toLowerCase();
    fc.assert(
      fc.property(fc.oneof(checksummedAddresses, solanaAddresses), (made) => {
        const read = idOf(lower(made));
        const letters = made.address.replace(/\d/g, '').length;
        if (read !== null && letters >= 16) expect(read).toBe(idOf(made.address));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an EVM address', () => {
  it('has the checksum of EIP-55, by another implementation of it', () => {
    fc.assert(
      fc.property(evmDigits, (digits) => {
        const id = `eip155:1:${eip55(digits)}`;
        for (const written of [
          `0x${digits}`,
          `0x${digits.toUpperCase()}`,
          `0X${digits.toUpperCase()}`,
          eip55(digits),
        ])
          expect(idOf(written)).toBe(id);
      }),
      { numRuns: 500 },
    );
  });

  it('with one letter in the wrong case is rejected, while its case means something', () => {
    fc.assert(
      fc.property(evmDigits, fc.nat(39), (digits, at) => {
        const right = eip55(digits).slice(2);
        const letter = right.charAt(at);
        const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
        const wrong = right.slice(0, at) + other + right.slice(at + 1);
        fc.pre(wrong !== right && wrong !== wrong.toLowerCase() && wrong !== wrong.toUpperCase());
        expect(idOf(`0x${wrong}`)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text at all', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: character, maxLength: 120 }),
    fc.tuple(anyAddress, fc.string({ maxLength: 8 })).map(([{ address }, end]) => address + end),
    fc
      .tuple(
        fc.constantFrom('4', '8', 'r', 'X', 'q', 'bc1', '0x', '41'),
        fc.string({ unit: character, maxLength: 110 }),
      )
      .map((parts) => parts.join('')),
  );

  it('is a wallet whose id is read as itself, or is rejected with a reason', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readWallet(text);
        if ('wallet' in read) expect(idOf(read.wallet.id)).toBe(read.wallet.id);
        else expect(read.problem).toMatch(/^\S.{8,}/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('that a list published and that is no address is kept to the letter, with why', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const wallet = publishedWallet('ofac-sdn', text);
        if (wallet.problem === null) expect(wallet.id).toBe(idOf(text));
        else {
          expect(wallet).toMatchObject({
            id: `literal:ofac-sdn:${text}`,
            chain: 'literal:ofac-sdn',
            address: text,
          });
          expect(readWallet(wallet.id)).toEqual({ wallet });
          expect(walletOfId(wallet.id)).toEqual(wallet);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
