import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { parse } from 'graphql';
import { composeServices } from '@apollo/composition';
import { baseSdls } from '../support/schemaBase';
import { mutations } from '../support/schemaMutations';
import { openSchemaRoom } from '../support/schemaRoom';
import { machine, percentile } from './timing';

// Measures `cordon schema check` as a command, and compares its findings with graphql-inspector's on one
// table of edits.

const rounds = 5;
const root = process.cwd();

function seconds(label: string, run: () => void): void {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  const [least, most] = [Math.min(...times), Math.max(...times)];
  console.log(
    `${label}: median ${(percentile(times, 0.5) / 1000).toFixed(2)} s (${(least / 1000).toFixed(2)} to ${(most / 1000).toFixed(2)})`,
  );
}

function command(...args: readonly string[]): void {
  const ran = spawnSync('npm', ['run', '-s', 'cordon', '--', 'schema', 'check', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (ran.status !== 0 && ran.status !== 1) throw new Error(ran.stderr);
}

/** A graph of another team's size: each subgraph has entities of its own and adds fields to its neighbours'. */
function manySubgraphs(count: number): Readonly<Record<string, string>> {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@shareable"])';
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const next = (i + 1) % count;
      const types = Array.from(
        { length: 5 },
        (_unused, t) =>
          `type T${i}x${t} @key(fields: "id") { id: ID! name: String! size: Int price: Float parent: T${i}x${(t + 1) % 5} tags: [String!]! }`,
      );
      return [
        `service${i}`,
        `${link}\ntype Query { t${i}(id: ID!): T${i}x0 @requiresScopes(scopes: [["t${i}:read"]]) }\n${types.join('\n')}\ntype T${next}x0 @key(fields: "id") { id: ID! from${i}: String other${i}: T${i}x1 }\n`,
      ];
    }),
  );
}

function write(folder: string, sdls: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, sdl] of Object.entries(sdls)) writeFileSync(join(folder, `${name}.graphql`), sdl);
  return folder;
}

async function inspector(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const schemaOf = (sdls: Readonly<Record<string, string>>) => {
    const services = Object.entries(sdls).map(([name, sdl]) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(sdl),
    }));
    const composed = composeServices(services);
    return composed.schema?.toAPISchema().toGraphQLJSSchema();
  };
  const [old, now] = [schemaOf(before), schemaOf(after)];
  if (!old || !now) return undefined;
  return diff(old, now);
}

async function table(): Promise<void> {
  const room = openSchemaRoom();
  const partners = room.file(
    'partners.yaml',
    'version: 1\npartners:\n  - { client: pier, venue: north, scopes: [], contract: { exclude: [internal] } }\n',
  );
  const counts = new Map<string, { total: number; cordon: number; inspector: number }>();
  for (const [verdict, subgraph, from, to] of mutations) {
    const after = { ...baseSdls, [subgraph]: baseSdls[subgraph].replace(from, to) };
    const blocks = verdict !== 'harmless' && verdict !== 'dangerous';
    const head = room.head(subgraph, from, to);
    const report = await room.check({ head, partners: verdict === 'contract' ? partners : undefined });
    const theirs = await inspector(baseSdls, after).catch(() => undefined);
    const theyBlock =
      theirs === undefined ||
      theirs.some(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
    const count = counts.get(verdict) ?? { total: 0, cordon: 0, inspector: 0 };
    count.total++;
    if ((report.verdict === 'blocked') === blocks) count.cordon++;
    // A graph that does not compose is counted for it, though composing is not its matter.
    if (theyBlock === blocks) count.inspector++;
    counts.set(verdict, count);
  }
  room.remove();
  console.log('\nright verdicts | edits | cordon | graphql-inspector 8.0.0 (on the composed API schema)');
  for (const [verdict, { total, cordon, inspector: theirs }] of counts)
    console.log(`${verdict.padEnd(14)} | ${total} | ${cordon} | ${theirs}`);
}

async function main(): Promise<void> {
  console.log(`node ${process.version}, ${machine}; @apollo/composition 2.14.4`);
  const room = mkdtempSync(join(tmpdir(), 'cordon-bench-schema-'));
  try {
    const own = 'git:HEAD';
    command('--base', own);
    seconds("this project's graph against its last commit, through npm, base in the cache", () =>
      command('--base', own),
    );
    seconds('the same without a cache', () => {
      rmSync(join(root, '.cache', 'schema-check'), { recursive: true, force: true });
      command('--base', own);
    });
    const many = manySubgraphs(100);
    const base = write(join(room, 'base'), many);
    const head = write(join(room, 'head'), {
      ...many,
      service7: (many['service7'] ?? '').replace(' size: Int', ''),
    });
    seconds('100 subgraphs, one edit, no cache', () => {
      rmSync(join(root, '.cache', 'schema-check'), { recursive: true, force: true });
      command('--base', base, '--head', head);
    });
    seconds('100 subgraphs, one edit, base in the cache', () => command('--base', base, '--head', head));
    const begun = performance.now();
    await inspector(many, many);
    console.log(
      `graphql-inspector in a warm process, 100 subgraphs composed twice and compared: ${((performance.now() - begun) / 1000).toFixed(2)} s`,
    );
    await table();
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

void main();
