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
import type { Output } from './output';
import { toExitCode } from './toExitCode';

export interface SchemaComposeOptions {
  /** The project's root. */
  readonly root: string;
  /** Write nothing; exit with 1 where the committed supergraph is not what would be written. */
  readonly check: boolean;
  /** Where each subgraph listens by default. */
  readonly urls?: SubgraphUrls;
  readonly out: Output;
  readonly err: Output;
}

/** `cordon schema compose`: writes the committed supergraph. 0 done, 1 the subgraphs do not compose or it has drifted. */
export function schemaCompose({ root, check, urls = {}, out, err }: SchemaComposeOptions): Promise<ExitCode> {
  return toExitCode(async () => {
    if (Object.keys(readCommittedSdls(root)).length === 0) {
      throw usageError(`${root} has no subgraphs/<name>/schema.graphql`);
    }
    return report(compose(root, { urls, checkOnly: check }), out);
  }, err);
}

function compose(root: string, options: ComposeCommittedOptions): CommittedComposition {
  try {
    return composeCommitted(root, options);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { outcome: 'refused', problems: [{ code: 'INVALID_GRAPHQL', message: error.message }] };
  }
}

function report(composition: CommittedComposition, out: Output): ExitCode {
  if (composition.outcome === 'refused') {
    for (const { code, message } of composition.problems) out.write(`error ${code}: ${message}\n`);
    return exitCodes.failed;
  }
  for (const hint of composition.hints) out.write(`hint: ${hint}\n`);
  if (composition.outcome === 'drifted') {
    out.write(
      `error DRIFT: ${supergraphFile} is not what the subgraphs compose to: run \`cordon schema compose\`\n`,
    );
    return exitCodes.failed;
  }
  out.write(`${supergraphFile} is ${composition.outcome}\n`);
  return exitCodes.done;
}
