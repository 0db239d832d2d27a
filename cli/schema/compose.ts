import { resolve } from 'node:path';
import { GraphQLError } from 'graphql';
import {
  type CommittedComposition,
  type ComposeCommittedOptions,
  composeCommitted,
  readCommittedSdls,
  supergraphFile,
} from '../../gateway/supergraph/committed';
import type { SubgraphUrls } from '../../gateway/supergraph/compose';
import { type ExitCode, exitCodes, usageError } from '../command/commandError';
import { composeOwn } from './composeOwn';
import type { Output } from './output';
import { toExitCode } from './toExitCode';

export interface SchemaComposeOptions {
  /** The project's root. */
  readonly root: string;
  /** The folder that `--head` and `--out` are relative to. */
  readonly cwd: string;
  /** Write nothing; exit with 1 where the supergraph is not what would be written. */
  readonly check: boolean;
  /** The place of the subgraphs (see `readGraph`); undefined for the committed SDL of the project. */
  readonly head?: string | undefined;
  /** The file of the supergraph; undefined for the committed one. */
  readonly file?: string | undefined;
  /** The default URL of each of Cordon's subgraphs. */
  readonly urls?: SubgraphUrls;
  readonly out: Output;
  readonly err: Output;
}

/** `cordon schema compose`: writes a supergraph. 0 done, 1 the subgraphs do not compose or it has drifted. */
export function schemaCompose({ head, file, ...options }: SchemaComposeOptions): Promise<ExitCode> {
  const { root, cwd, check: checkOnly, urls = {}, out, err } = options;
  return toExitCode(async () => {
    if (head === undefined) {
      if (file !== undefined) throw usageError('--out is for a graph of your own: give --head too');
      if (Object.keys(readCommittedSdls(root)).length === 0)
        throw usageError(`${root} has no subgraphs/<name>/schema.graphql`);
      return report(compose(root, { urls, checkOnly }), supergraphFile, out);
    }
    if (file === undefined) throw usageError('--head needs --out: the file of the supergraph');
    return report(composeOwn(head, { file: resolve(cwd, file), cwd, urls, checkOnly }), file, out);
  }, err);
}

function compose(root: string, options: ComposeCommittedOptions): CommittedComposition {
  try {
    return composeCommitted(root, options);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { outcome: 'rejected', problems: [{ code: 'INVALID_GRAPHQL', message: error.message }] };
  }
}

function report(composition: CommittedComposition, file: string, out: Output): ExitCode {
  if (composition.outcome === 'rejected') {
    for (const { code, message } of composition.problems) out.write(`error ${code}: ${message}\n`);
    return exitCodes.failed;
  }
  for (const hint of composition.hints) out.write(`hint: ${hint}\n`);
  if (composition.outcome === 'drifted') {
    out.write(`error DRIFT: ${file} is not what the subgraphs compose to: run \`cordon schema compose\`\n`);
    return exitCodes.failed;
  }
  out.write(`${file} is ${composition.outcome}\n`);
  return exitCodes.done;
}
