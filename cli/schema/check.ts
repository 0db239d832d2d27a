import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { GraphQLError, parse } from 'graphql';
import { readCommittedSdls } from '../../gateway/supergraph/committed';
import {
  type Composed,
  type Composition,
  composeSupergraph,
  type SubgraphSdls,
} from '../../gateway/supergraph/compose';
import { type ExitCode, exitCodes, usageError } from '../commandError';
import type { Output } from './output';
import { toExitCode } from './toExitCode';
import { type Finding, securityFindings } from './securityFindings';

export interface SchemaCheckOptions {
  /** A folder of `<subgraph>.graphql`: the schema that clients use today. */
  readonly base: string;
  /** The project's root: the schema that they would use tomorrow. */
  readonly root: string;
  readonly out: Output;
  readonly err: Output;
}

/**
 * `cordon schema check`: 0 where clients may go on as they are, 1 where the subgraphs do not compose, a client's query
 * could break, or a field is less protected than it was; 2 where the base cannot be used.
 */
export function schemaCheck({ base, root, out, err }: SchemaCheckOptions): Promise<ExitCode> {
  return toExitCode(async () => {
    const current = readCommittedSdls(root);
    if (Object.keys(current).length === 0) throw usageError(`${root} has no subgraphs/<name>/schema.graphql`);
    const before = composeBase(readBase(base, Object.keys(current)));
    const after = compose(current);
    const findings = 'problems' in after ? after.problems.map(blocked) : await compare(before, after);
    return report(findings, out);
  }, err);
}

/** Every `<subgraph>.graphql` of a folder. Throws CommandError that names what is missing or is not GraphQL. */
function readBase(folder: string, wanted: readonly string[]): SubgraphSdls {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw usageError(`${folder} is not a folder`);
  const there = readdirSync(folder).flatMap((file) =>
    file.endsWith('.graphql') ? [file.slice(0, -'.graphql'.length)] : [],
  );
  const names = [...new Set([...wanted, ...there])].sort();
  return Object.fromEntries(names.map((name) => [name, readSdl(join(folder, `${name}.graphql`))]));
}

function readSdl(file: string): string {
  let sdl: string;
  try {
    sdl = readFileSync(file, 'utf8');
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
  }
  try {
    parse(sdl);
  } catch (error) {
    throw usageError(`${file} is not GraphQL: ${(error as GraphQLError).message}`);
  }
  return sdl;
}

function composeBase(sdls: SubgraphSdls): Composed {
  const composition = composeSupergraph(sdls);
  if (!('problems' in composition)) return composition;
  throw usageError(
    `the base does not compose: ${composition.problems.map(({ message }) => message).join('; ')}`,
  );
}

function compose(sdls: SubgraphSdls): Composition {
  try {
    return composeSupergraph(sdls);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { problems: [{ code: 'INVALID_GRAPHQL', message: error.message }] };
  }
}

const blocked = ({ code, message }: { readonly code: string; readonly message: string }): Finding => ({
  level: 'blocked',
  code,
  message,
});

async function compare(before: Composed, after: Composed): Promise<readonly Finding[]> {
  const changes = await diff(before.apiSchema, after.apiSchema);
  const ofClients = changes.flatMap(({ criticality, type, path, message }): readonly Finding[] => {
    if (criticality.level === CriticalityLevel.NonBreaking) return [];
    const level = criticality.level === CriticalityLevel.Breaking ? 'blocked' : 'warning';
    // Its types leave the kind of a change open.
    return [{ level, code: String(type), message: path === undefined ? message : `${path}: ${message}` }];
  });
  return [...ofClients, ...securityFindings(before, after)];
}

function report(findings: readonly Finding[], out: Output): ExitCode {
  for (const { level, code, message } of findings) out.write(`${level} ${code} ${message}\n`);
  const blocking = findings.filter(({ level }) => level === 'blocked').length;
  out.write(`${blocking} blocked, ${findings.length - blocking} to look at\n`);
  return blocking > 0 ? exitCodes.failed : exitCodes.done;
}
