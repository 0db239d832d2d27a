import { readCheckpoint, signCheckpoint } from '../../src/checkpointNote';
import { checkpointSigner, isSignedBy, keyIdOf } from '../../src/checkpointKey';

const signer = checkpointSigner('1'.repeat(64));
const stranger = checkpointSigner('2'.repeat(64));
const made = {
  ledger: 'tested',
  sequence: 7,
  hash: 'a'.repeat(64),
  root: 'b'.repeat(64),
  at: '2024-01-01T00:00:00.000Z',
};
const { text } = signCheckpoint(made, signer);
const known = { ledger: 'tested', keys: [stranger.publicJwk, signer.publicJwk] };

it('signs as RFC 8032 has it (section 7.1, tests 1 and 2)', () => {
  const first = checkpointSigner('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
  expect(Buffer.from(first.publicJwk.x, 'base64url').toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  expect(Buffer.from(first.sign(''), 'base64url').toString('hex')).toBe(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  );
  const second = checkpointSigner('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  expect(Buffer.from(second.sign('r'), 'base64url').toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
});

it('names a key by its thumbprint (RFC 8037, appendix A.3)', () => {
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
  expect(keyIdOf({ kty: 'OKP', crv: 'Ed25519', x })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

it('what was signed is read again, with its last line feed or without', () => {
  const read = { checkpoint: expect.objectContaining(made) as unknown };
  for (const given of [text, text.trimEnd()]) expect(readCheckpoint(given, known)).toEqual(read);
});

it('with any character changed it does not count', () => {
  for (let at = 0; at < text.length; at++) {
    const changed = `${text.slice(0, at)}${text[at] === 'b' ? 'c' : 'b'}${text.slice(at + 1)}`;
    expect([at, readCheckpoint(changed, known)]).toEqual([at, { problem: expect.any(String) as unknown }]);
  }
});

it.each([
  ['signed by a key that is not known', { ...known, keys: [stranger.publicJwk] }, /not known here/],
  ['of another ledger', { ...known, ledger: 'another' }, /of the ledger tested, not another/],
])('%s it does not count', (_what, keys, says) => {
  expect(readCheckpoint(text, keys)).toEqual({ problem: expect.stringMatching(says) as unknown });
});

it('of two spellings of one signature the canonical one counts', () => {
  const signature = signer.sign('x');
  const last = signature.at(-1)!;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = signature.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1]!;
  expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
  expect(isSignedBy(signer.publicJwk, 'x', signature)).toBe(true);
  expect(isSignedBy(signer.publicJwk, 'x', other)).toBe(false);
});
