import { YamlFileError } from '../../shared/yaml/yamlFileError';
import type { Logger } from '../../shared/logger/logger';
import type { Graph } from '../graph/graph';
import type { Supergraph } from '../graph/openSupergraph';
import { invalidSupergraph } from '../supergraph/invalidSupergraph';
import { followFile } from '../watch/followFile';
import { parsePolicyFile } from './policyFile';
import { PolicyList } from './policyList';

/** The policies in force. */
export interface Policies {
  current(): PolicyList;
  /** Throws SUPERGRAPH_INVALID for a graph that names a policy which is not defined: nobody could satisfy it. */
  check(graph: Pick<Graph, 'policies'>): void;
  /** From now on a file is rejected that leaves out a policy which this supergraph names. */
  follow(supergraph: Supergraph): void;
  /** Tries a rejected file again: the supergraph may name other policies now. */
  retry(): void;
  close(): void;
}

/**
 * Opens the policy file and follows it. Without one there are only the built-in policies. Throws YamlFileError where the
 * first one is wrong; a later one is then logged with its lines, and the one before stays in force.
 */
export function openPolicies(
  file: string | undefined,
  logger: Logger,
  onReload?: (rejected: boolean) => void,
): Policies {
  let followed: Supergraph | undefined;
  const read = (text: string): PolicyList => {
    const list = new PolicyList(file === undefined ? undefined : parsePolicyFile(file, text));
    const missing = followed && undefinedPolicies(followed.current(), list);
    if (missing?.length)
      throw new YamlFileError(
        `${file}: the supergraph names the policies ${missing.join(', ')}: define them`,
      );
    return list;
  };
  const list =
    file === undefined
      ? { current: () => builtIn, retry: () => undefined, close: () => undefined }
      : followFile({ file, read, what: 'policy file', logger, ...(onReload && { onReload }) });
  return {
    current: () => list.current(),
    check(graph) {
      const [missing] = undefinedPolicies(graph, list.current());
      if (missing !== undefined)
        throw invalidSupergraph(
          `it names the policy ${missing} (@policy), which the policy file does not define (CORDON_POLICIES)`,
        );
    },
    follow(supergraph) {
      followed = supergraph;
    },
    retry: () => list.retry(),
    close: () => list.close(),
  };
}

const builtIn = new PolicyList();

const undefinedPolicies = ({ policies }: Pick<Graph, 'policies'>, list: PolicyList): readonly string[] =>
  [...policies].filter((name) => !list.has(name));
