import { checkpointSigner, publicJwk } from '../../src/checkpointKey';
import { openNote, signNote, verifierKey } from '../../src/signedNote';

const signer = checkpointSigner('1'.repeat(64));
const witness = checkpointSigner('2'.repeat(64));
const keys = [signer.publicJwk];
const note = signNote('some text\n', 'a.example/log', signer);

/** The example of C2SP signed-note. */
const example = {
  vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: 'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};
const key = publicJwk(Buffer.from(example.vkey.split('+')[2]!, 'base64').subarray(1).toString('base64url'));

it('opens the example of C2SP signed-note, and encodes its verifier key', () => {
  expect(verifierKey('example.com/foo', key)).toBe(example.vkey);
  expect(openNote(example.note, [key])).toEqual({
    text: 'This is an example message.\n',
    name: 'example.com/foo',
    key,
  });
});

it('ignores the signatures of unknown keys, and needs one of a known key', () => {
  const cosigned = note + signNote('some text\n', 'w.example', witness).slice('some text\n\n'.length);
  expect(openNote(cosigned, keys)).toMatchObject({ text: 'some text\n', name: 'a.example/log' });
  expect(openNote(note, [witness.publicJwk])).toEqual({ problem: expect.stringContaining('not known here') });
});

it('rejects a note with a signature of a known key that does not fit, beside one that does', () => {
  const other = signNote('another text\n', 'b.example', signer).split('\n').at(-2)!;
  expect(openNote(`${note}${other}\n`, keys)).toEqual({ problem: expect.stringContaining('does not fit') });
});

it.each([
  ['no signature', 'some text\n'],
  ['no blank line', note.replace('\n\n', '\n')],
  ['no line feed at its end', note.trimEnd()],
  ['a control character', note.replace('some', 'so\rme')],
  ['a signature line of another form', `${note}-- a b\n`],
  ['more than 100 signatures', note + `${note.split('\n').at(-2)!}\n`.repeat(100)],
])('rejects a note with %s', (_what, given) => {
  expect(openNote(given, keys)).toEqual({ problem: expect.stringContaining('form') });
});
