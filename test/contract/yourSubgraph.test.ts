import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSchema } from '../../cli/schema/check/checkSchema';
import { composeOwn } from '../../cli/schema/composeOwn';
import { supergraphFile } from '../../gateway/supergraph/committed';
import { readJoinGraphs } from '../../gateway/supergraph/joinGraphs';
import { projectRoot } from '../../shared/config/projectRoot';
import { temporaryFolder } from '../support/temporaryFolder';

const root = projectRoot();
const howTo = readFileSync(join(root, 'docs', 'how-to', 'your-subgraph.md'), 'utf8');
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the text that the how-to writes into a file. */
function written(file: string): string {
  const [, text] = howTo.split(new RegExp(`cat > ../my-graph/${file} <<'?EOF'?\n`));
  if (text === undefined) throw new Error(`the how-to writes no ${file}`);
  return text.slice(0, text.indexOf('\nEOF')).replaceAll('$PWD', root).replace('tickets/schema', 'schema');
}

it("the how-to's subgraph passes the check beside Cordon's own, and composes with them", async () => {
  const head = join(folder, 'supergraph.yaml');
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(join(folder, 'schema.graphql'), written('tickets/schema.graphql'));
  writeFileSync(head, written('supergraph.yaml'));
  const base = join(root, supergraphFile);
  const { verdict } = await checkSchema({ head, base, root, cwd: root, today: '2026-06-01' });
  expect(verdict).toBe('ok');
  const { outcome } = composeOwn(head, { file, cwd: root, urls: {}, checkOnly: false });
  expect(outcome).toBe('written');
  expect(readJoinGraphs(readFileSync(file, 'utf8')).map(({ name }) => name)).toEqual([
    'attribution',
    'enforcement',
    'reads',
    'sanctions',
    'tickets',
  ]);
});
