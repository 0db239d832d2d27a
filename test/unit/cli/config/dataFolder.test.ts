import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../../../cli/command/commandError';
import { prepareDataFolder } from '../../../../cli/config/dataFolder';
import { developmentKeys } from '../../../../cli/token/developmentKeys';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder', () => {
  it('is made with those above it, and taken as it is where it is there', () => {
    const deep = join(folder, 'a', 'b', 'c');
    prepareDataFolder(deep);
    prepareDataFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it('is rejected where a file is in its way', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const taken of [file, join(file, 'below')])
      expect(() => prepareDataFolder(taken)).toThrow(
        new CommandError(`the data folder ${taken} cannot be used: a file is in its way`),
      );
  });

  // Node's own recursive making of folders never ends there.
  (existsSync('/proc/self') ? it : it.skip)('rejects a file system that takes none', () => {
    expect(() => prepareDataFolder('/proc/cordon/data')).toThrow(CommandError);
  });
});

describe('development keys', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'keys', name), 'utf8'));

  it('fit each other, whoever makes them at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => developmentKeys(folder)));
    const { keys } = read('development.jwks.json');
    expect(new Set(made.map(({ keyId }) => keyId))).toEqual(new Set([read('development.private.json').kid]));
    expect(keys).toEqual([
      expect.objectContaining({ kid: made[0]?.keyId, kty: 'EC', alg: 'ES256', use: 'sig' }),
    ]);
    expect(keys[0]).not.toHaveProperty('d');
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual([
      'development.jwks.json',
      'development.private.json',
    ]);
  });

  it('are the same ones later, and the public file is made again from the private', async () => {
    const { keyId, jwksFile } = await developmentKeys(folder);
    writeFileSync(jwksFile, 'damaged');
    expect((await developmentKeys(folder)).keyId).toBe(keyId);
    expect(read('development.jwks.json').keys[0].kid).toBe(keyId);
  });

  it('that are damaged are rejected by name', async () => {
    await developmentKeys(folder);
    const file = join(folder, 'keys', 'development.private.json');
    for (const content of ['no JSON', '{}']) {
      writeFileSync(file, content);
      await expect(developmentKeys(folder)).rejects.toThrow(CommandError);
      await expect(developmentKeys(folder)).rejects.toThrow(file);
    }
  });
});
