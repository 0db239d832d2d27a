import { z } from 'zod';
import { assumedListSize } from '../../../gateway/cost/assumedListSize';
import { readYamlFile } from '../../../shared/yaml/readYamlFile';

const level = z.enum(['blocked', 'warning', 'info', 'off'], 'blocked, warning, info or off is expected');

const checkConfig = z.strictObject({
  version: z.literal(1, 'version 1 is expected'),
  /**
   * The level of removing an element that no stored operation uses. It applies only where stored operations
   * are given.
   */
  unusedRemoval: z.enum(['blocked', 'warning'], 'blocked or warning is expected').default('blocked'),
  /** Levels by the code of a finding: a lint rule may block, a permission warning too. */
  levels: z.record(z.string(), level).default({}),
  /** Scopes of clients that are in no partner file. */
  clients: z.record(z.string(), z.strictObject({ scopes: z.array(z.string()) })).default({}),
  /** The length assumed for a list that nothing bounds, in the cost of stored operations. */
  defaultListSize: z.int().positive().default(assumedListSize),
});

/** The configuration of `cordon schema check` (`version: 1`). */
export type SchemaCheckConfig = z.infer<typeof checkConfig>;

export const defaultCheckConfig: SchemaCheckConfig = checkConfig.parse({ version: 1 });

/** Throws YamlFileError with file, line and what is expected. */
export function readCheckConfig(file: string): SchemaCheckConfig {
  return readYamlFile(file, checkConfig).value;
}
