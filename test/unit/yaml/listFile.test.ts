import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { openListFile } from '../../../shared/yaml/listFile';
import { YamlFileError } from '../../../shared/yaml/yamlFileError';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cordon-yaml-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(text: string, name = 'pack.yaml') {
  const file = join(folder, name);
  writeFileSync(file, text);
  const { header, items } = await openListFile(file, { list: 'tags', within: folder });
  const found = [];
  for await (const item of items()) found.push(item);
  return { header, items: found };
}

describe('a YAML file that is a header and one long list', () => {
  it('gives every item with its line, and every scalar as the text that it is', async () => {
    const text =
      'title: 007\ntags:\n# a note\n- address: 0x10\n  ok: NO\n\n- address: 2021-11-12\nlabel: yes\n';
    expect(await read(text)).toEqual({
      header: { title: '007', label: 'yes' },
      items: [
        { line: 4, value: { address: '0x10', ok: 'NO' } },
        { line: 7, value: { address: '2021-11-12' } },
      ],
    });
  });

  it('keeps a broken item to itself, and says in which line it is broken', async () => {
    const { items } = await read('tags:\n  - a: one\n  - a: "two\n    b: 1\n  - a: three\n');
    expect(items).toEqual([
      { line: 2, value: { a: 'one' } },
      {
        line: expect.any(Number) as number,
        problem: expect.any(String) as string,
        text: '  - a: "two\n    b: 1',
      },
      { line: 5, value: { a: 'three' } },
    ]);
  });

  it.each([
    ['chain,tx\neip155:1,0x1\n', /it is not YAML with a list `tags`/],
    ['title: x\n', /it has no list `tags`/],
    ['', /it is not YAML with a list/],
    ['title: x\n---\ntitle: y\ntags:\n- a: 1\n', /pack\.yaml:\d+: .*multiple documents/],
    ['title: "x\ntags:\n- a: 1\n', /pack\.yaml:\d+: /],
    ['h: !include ../secret.yaml\ntags:\n- a: 1\n', /pack\.yaml:1: .*(outside|no such file)/],
  ])('rejects %j in one line', async (text, message) => {
    const rejected = read(text);
    await expect(rejected).rejects.toThrow(YamlFileError);
    await expect(rejected).rejects.toThrow(message);
  });

  it('reads an included header, and the folder of the import is as far as it goes', async () => {
    writeFileSync(join(folder, 'header.yaml'), 'title: Shared\n');
    expect((await read('header: !include header.yaml\ntags:\n- a: 1\n')).header).toEqual({
      header: { title: 'Shared' },
    });
    await expect(read('header: !include /etc/passwd\ntags:\n- a: 1\n')).rejects.toThrow(/outside/);
  });

  it('reads back whatever list was written, in block or in flow style', async () => {
    const item = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string({ unit: 'grapheme' }), {
      minKeys: 1,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), fc.boolean(), async (values, flow) => {
        const text = stringify({ title: 'x', tags: values }, flow ? { collectionStyle: 'flow' } : {});
        const { items } = await read(text);
        expect(items.map((one) => ('value' in one ? one.value : one))).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });
});
