import { projectRoot } from '../../shared/config/projectRoot';
import { schemaCheck } from './check';
import type { SchemaCheckInputs } from './check/checkSchema';
import { schemaCompose } from './compose';
import type { ReportFormat } from './format/formatReport';
import { schemaPublish } from './publish';

export type CheckOptions = Omit<SchemaCheckInputs, 'root' | 'cwd' | 'today'> & {
  readonly format: ReportFormat;
  readonly out?: string;
};

export type PublishOptions = Omit<SchemaCheckInputs, 'root' | 'cwd' | 'today'> & { readonly to: string };

const streams = { root: projectRoot(), out: process.stdout, err: process.stderr };

const surroundings = () => ({
  ...streams,
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
});

export interface ComposeOptions {
  readonly head?: string;
  readonly out?: string;
  readonly check?: boolean;
}

/** `cordon schema compose`. */
export async function runSchemaCompose({ check = false, head, out: file }: ComposeOptions): Promise<void> {
  const { defaultUrls: urls } = await import('../deployables.js');
  process.exitCode = await schemaCompose({ ...streams, cwd: process.cwd(), check, urls, head, file });
}

/** `cordon schema check`. */
export async function runSchemaCheck({ out: file, ...options }: CheckOptions): Promise<void> {
  process.exitCode = await schemaCheck({ ...options, ...surroundings(), file });
}

/** `cordon schema publish`. */
export async function runSchemaPublish(options: PublishOptions): Promise<void> {
  process.exitCode = await schemaPublish({ ...options, ...surroundings() });
}
