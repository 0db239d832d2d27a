import { isAbsolute, join, relative } from 'node:path';
import { usageError } from '../../command/commandError';
import { applyApprovals, type ApprovalOutcome } from './applyApprovals';
import {
  type CheckedGraph,
  compositionFindings,
  composeGraph,
  type CompositionProblem,
} from '../graph/composeGraph';
import { openCompositionCache } from '../graph/compositionCache';
import { type Finding, type FindingDraft, type Location, withFingerprint } from '../finding/finding';
import { readApprovals } from '../input/approvals';
import { defaultCheckConfig, readCheckConfig } from '../input/checkConfig';
import type { GraphSource } from '../input/graphSource';
import { readGraph, readProject } from '../input/readGraph';
import { createLocator } from '../graph/locator';
import { compareGraphs } from '../rules/compareGraphs';
import { type Client, readClients } from '../rules/clients';
import { applyLevels } from '../rules/levels';

export interface SchemaCheckInputs {
  /** The place that the new graph is read from; by default this project's committed SDL. */
  readonly head?: string | undefined;
  /**
   * The place from which the graph that clients use today is read; without one, the head is checked by
   * itself.
   */
  readonly base?: string | undefined;
  /** `[client=]PATH` each. */
  readonly operations?: readonly string[];
  readonly partners?: string | undefined;
  readonly approvals?: string | undefined;
  readonly config?: string | undefined;
  /** The project's root: its committed SDL, and its cache. */
  readonly root: string;
  /** The folder in which `git:` looks for a repository, and to which file names are shown relative. */
  readonly cwd: string;
  /** The day that approvals are held against, as YYYY-MM-DD in UTC. */
  readonly today: string;
}

/** The outcome of a check, in the form of `--format json`. */
export interface SchemaReport {
  readonly version: 1;
  readonly verdict: 'ok' | 'blocked';
  readonly findings: readonly Finding[];
  readonly approvals: ApprovalOutcome;
  readonly summary: {
    readonly head: string;
    readonly base: string;
    readonly blocked: number;
    readonly warnings: number;
    readonly info: number;
    readonly operations: number;
    readonly clients: readonly string[];
  };
}

/**
 * Compares a graph with the one that clients use today, offline: composition, client-breaking changes, permissions,
 * partners' contracts, stored operations and their plans, lint. Throws CommandError or YamlFileError where an input cannot
 * be used; what is wrong with the head itself is a finding.
 */
export async function checkSchema(inputs: SchemaCheckInputs): Promise<SchemaReport> {
  const { report } = await checkGraphs(inputs);
  return report;
}

/** The same with the head's graph, where it composes. */
export async function checkGraphs(
  inputs: SchemaCheckInputs,
): Promise<{ readonly report: SchemaReport; readonly head: CheckedGraph | undefined }> {
  const config = inputs.config === undefined ? defaultCheckConfig : readCheckConfig(inputs.config);
  const approvals = inputs.approvals === undefined ? [] : readApprovals(inputs.approvals);
  const { partners, operations = [] } = inputs;
  const clients = readClients({ operations, partners, config });
  const source = inputs.head === undefined ? readProject(inputs.root) : readGraph(inputs.head, inputs.cwd);
  const given =
    inputs.base === undefined ? undefined : composeBase(readGraph(inputs.base, inputs.cwd), inputs.root);
  const head = compose(source, inputs.root);
  const before = given?.source ?? source;
  const base = given ?? head;
  const locator = createLocator(before, source);
  const drafts =
    'problems' in head || 'problems' in base
      ? compositionFindings('problems' in head ? head.problems : [], {
          files: changedFiles(before, source),
          find: locator.find,
        })
      : await compareGraphs({ base, head, clients, config, hasPartners: partners !== undefined });
  const place = (draft: FindingDraft): FindingDraft => ({
    ...draft,
    location: shown(draft.location ?? locator.find(draft.coordinate), inputs.cwd),
  });
  const findings = applyLevels(drafts, config, inputs.config).map(place).map(withFingerprint);
  const decided = applyApprovals(findings, approvals, inputs.today);
  const report = toReport(decided, { inputs, source, clients });
  return { report, head: 'problems' in head ? undefined : head };
}

function composeBase(source: GraphSource, root: string): CheckedGraph {
  const base = compose(source, root);
  if (!('problems' in base)) return base;
  throw usageError(`the base does not compose: ${base.problems.map(problemText).join('; ')}`);
}

function problemText({ message, locations: [location] }: CompositionProblem): string {
  return location ? `${location.file}:${location.line}: ${message}` : message;
}

function compose(source: GraphSource, root: string): ReturnType<typeof composeGraph> {
  const cache = openCompositionCache(join(root, '.cache', 'schema-check'));
  const known = cache.get(source);
  const composed = composeGraph(source, known);
  if (!known && !('problems' in composed)) cache.put(composed);
  return composed;
}

function changedFiles(base: GraphSource, head: GraphSource): ReadonlySet<string> {
  if (head.kind === 'supergraph') return new Set([head.file]);
  const before = new Map(base.kind === 'subgraphs' ? base.subgraphs.map(({ name, sdl }) => [name, sdl]) : []);
  return new Set(head.subgraphs.flatMap(({ name, sdl, file }) => (before.get(name) === sdl ? [] : [file])));
}

/** A file below the working folder is shown relative to it, as editors and pull requests name it. */
function shown(location: Location | null, cwd: string): Location | null {
  if (!location || !isAbsolute(location.file)) return location;
  const file = relative(cwd, location.file);
  return file.startsWith('..') || isAbsolute(file)
    ? location
    : { ...location, file: file.replaceAll('\\', '/') };
}

interface Context {
  readonly inputs: SchemaCheckInputs;
  readonly source: GraphSource;
  readonly clients: ReadonlyMap<string, Client>;
}

function toReport(
  { findings, approvals }: ReturnType<typeof applyApprovals>,
  { inputs, source, clients }: Context,
): SchemaReport {
  const sorted = [...findings].sort((a, b) => rankOf(a).localeCompare(rankOf(b)));
  const count = (level: Finding['level']) => findings.filter((one) => one.level === level).length;
  return {
    version: 1,
    verdict: count('blocked') > 0 ? 'blocked' : 'ok',
    findings: sorted,
    approvals,
    summary: {
      head: inputs.head ?? relative(inputs.cwd, source.place),
      base: inputs.base ?? 'none',
      blocked: count('blocked'),
      warnings: count('warning'),
      info: count('info'),
      operations: [...clients.values()].reduce((sum, client) => sum + client.operations.length, 0),
      clients: [...clients.keys()].sort(),
    },
  };
}

const rankOf = ({ level, kind, coordinate, code }: Finding) =>
  `${['blocked', 'warning', 'info'].indexOf(level)} ${kind} ${coordinate ?? ''} ${code}`;
