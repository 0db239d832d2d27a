import { createHash, randomBytes } from 'node:crypto';
import { differences, knownFile } from '../../../console/src/pages/lists/takenFiles';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe('the files that an upload took, compared with those that were sent', () => {
  const contents = [Buffer.alloc(0), Buffer.from('sdn'), randomBytes(300_000)];
  const known = contents.map((content, i) => ({
    name: `${i}.csv`,
    bytes: content.length,
    sha256: sha256(content),
  }));

  it('knows a file as the gateway does, by its name, length and SHA-256', async () => {
    const files = contents.map((content, i) => new File([content], `${i}.csv`));
    expect(await Promise.all(files.map(knownFile))).toEqual(known);
  });

  it('finds nothing where they are the same, in any order', () => {
    expect(differences(known, known)).toEqual([]);
    expect(differences(known, [...known].reverse())).toEqual([]);
  });

  it('names a file that is missing, was not sent, or has other bytes', () => {
    const [first, second, third] = known as [(typeof known)[0], (typeof known)[0], (typeof known)[0]];
    expect(differences(known, [first, third])).toEqual([expect.stringMatching(/1\.csv is missing/)]);
    expect(differences([first], [first, second])).toEqual([expect.stringMatching(/1\.csv was not chosen/)]);
    expect(differences([third], [{ ...third, bytes: 7 }])).toEqual([
      expect.stringMatching(/7 bytes instead/),
    ]);
    expect(differences([third], [{ ...third, sha256: first.sha256 }])).toEqual([
      expect.stringMatching(/another content/),
    ]);
    expect(differences([first], [])).toHaveLength(1);
  });
});
