import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deployables } from '../../cli/deployables';
import { gatewayCodes } from '../../gateway/errors';
import { projectRoot } from '../../shared/config/projectRoot';
import { sharedCodes } from '../../shared/errors/sharedCodes';

const root = projectRoot();
const documented = Object.keys({
  ...sharedCodes,
  ...gatewayCodes,
  ...Object.assign({}, ...Object.values(deployables).map(({ codes }) => codes)),
});

const typescriptUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((file) => file.endsWith('.ts') && statSync(file).isFile());

const textOf = (folders: readonly string[]) =>
  folders
    .flatMap(typescriptUnder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

it('every code that is thrown is documented', () => {
  const source = textOf(['gateway', 'subgraphs', 'shared/errors', 'shared/subgraph']);
  const thrown = [...source.matchAll(/(?:CordonError|requestError)\(\s*'([A-Z_]+)'/g)].map(
    (match) => match[1],
  );
  expect(thrown.length).toBeGreaterThan(5);
  expect(thrown.filter((code) => !documented.includes(code!))).toEqual([]);
});

it('every documented code is in docs/reference/errors.md and has a test', () => {
  const docs = readFileSync(join(root, 'docs', 'reference', 'errors.md'), 'utf8');
  const tests = textOf(['test/unit', 'test/integration', 'test/e2e']);
  expect(documented.filter((code) => !docs.includes(`\`${code}\``))).toEqual([]);
  expect(documented.filter((code) => !tests.includes(code))).toEqual([]);
});
