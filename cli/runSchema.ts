import { resolve } from 'node:path';
import { projectRoot } from '../shared/config/projectRoot';
import { schemaCheck } from './schema/check';
import { schemaCompose } from './schema/compose';

const streams = { root: projectRoot(), out: process.stdout, err: process.stderr };

/** `cordon schema compose`. */
export async function runSchemaCompose({ check = false }: { check?: boolean }): Promise<void> {
  process.exitCode = await schemaCompose({ ...streams, check });
}

/** `cordon schema check`. */
export async function runSchemaCheck({ base }: { base: string }): Promise<void> {
  process.exitCode = await schemaCheck({ ...streams, base: resolve(base) });
}
