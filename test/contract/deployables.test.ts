import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defaultUrls, deployables, portOf, readinessPath, subgraphNames } from '../../cli/deployables';
import { readSubgraphUrls, urlVariable } from '../../gateway/supergraph/subgraphUrls';
import { projectRoot } from '../../shared/config/projectRoot';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const read = (...path: string[]) => readFileSync(join(projectRoot(), ...path), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const supergraph = read('gateway', 'supergraph', 'supergraph.graphql');

it('the table has every subgraph of the work tree, each with a port of its own', () => {
  expect(readdirSync(join(projectRoot(), 'subgraphs')).sort()).toEqual(Object.keys(deployables).sort());
  expect(new Set(subgraphNames.map(portOf)).size).toBe(subgraphNames.length);
});

it.each(subgraphNames)(
  'docker-compose runs %s at the port of the table, where the gateway asks it',
  (name) => {
    const port = String(portOf(name));
    expect(services[name]).toMatchObject({
      command: ['node', `dist/subgraphs/${name}/main.js`],
      environment: {
        PORT: port,
        MONGODB_URL: expect.stringContaining(`//cordon_${name}:`) as string,
      },
    });
    expect(services['gateway']).toMatchObject({
      environment: { [urlVariable(name)]: `http://${name}:${port}` },
      depends_on: { [name]: { condition: 'service_healthy' } },
    });
    const withUsers = services['mongo']?.environment?.['CORDON_DEPLOYABLES'];
    expect(withUsers?.split(' ')).toContain(name);
  },
);

it('the image asks each deployable for its readiness at the path that they answer', () => {
  expect(read('Dockerfile')).toContain(`${readinessPath}\``);
});

it('the gateway of a fleet finds the subgraphs at the default ports', () => {
  const urls = Object.entries(defaultUrls).map(([name, url]) => [name, [url]]);
  expect(Object.fromEntries(readSubgraphUrls(supergraph, {}))).toEqual(Object.fromEntries(urls));
});
