import { type Command, Option } from 'commander';
import type { SchemaExportOptions } from './export';
import { reportFormats } from './format/formatReport';
import type { CheckOptions, ComposeOptions, PublishOptions } from './runSchema';

const collect = (value: string, before: readonly string[]) => [...before, value];

/** Inputs that `check` and `publish` share. */
function withInputs(command: Command): Command {
  return command
    .option('--head <place>', "the new graph (default: this project's committed SDL)")
    .option(
      '--operations <[client=]path>',
      'stored operations: a manifest, a .graphql file or a folder; may be repeated',
      collect,
      [],
    )
    .option('--partners <file>', 'the partner file, for contracts, scopes, limits and stored operations')
    .option('--approvals <file>', 'reviewed approvals of single changes')
    .option('--config <file>', 'the configuration of the check');
}

const places = `
A graph is read from a folder of <subgraph>.graphql, rover's supergraph.yaml, a supergraph file, a published folder,
or git:<ref>[:<path>] with any of these in that commit.`;

/** `cordon schema …`. */
export function addSchema(program: Command): void {
  const schema = program.command('schema').description("work on the subgraphs' schemas");
  schema
    .command('compose')
    .description("compose subgraphs into a supergraph: this project's committed SDL, or a graph of your own")
    .option('--head <place>', "the subgraphs (default: this project's committed SDL)")
    .option('--out <file>', 'the supergraph to write; needed with --head (default: the committed one)')
    .option('--check', 'write nothing; fail where the supergraph is not what it would be')
    .addHelpText('after', places)
    .action(async (options: ComposeOptions) => (await import('./runSchema.js')).runSchemaCompose(options));
  schema
    .command('export')
    .description('print the schema that the gateway serves to a client')
    .option('--client <id>', 'a client of the partner file (default: the schema of the operator)')
    .option('--partners <file>', 'the partner file (default: CORDON_PARTNERS)')
    .option('--supergraph <file>', 'the supergraph (default: CORDON_SUPERGRAPH, else the committed one)')
    .option('--out <file>', 'write it to a file')
    .action(async (options: SchemaExportOptions) => (await import('./export.js')).runSchemaExport(options));
  withInputs(schema.command('check'))
    .description('compare a graph with the one that clients use: exit 0 ok, 1 blocked, 2 usage, 3 internal')
    .requiredOption('--base <place>', 'the graph that clients use today')
    .addOption(
      new Option('--format <format>', 'the form of the report').choices(reportFormats).default('text'),
    )
    .option('--out <file>', 'write the report to a file, and the text to the terminal')
    .addHelpText('after', places)
    .action(async (options: CheckOptions) => (await import('./runSchema.js')).runSchemaCheck(options));
  withInputs(schema.command('publish'))
    .description('write a graph that the check lets pass into a registry folder')
    .option('--base <place>', 'the graph that clients use today (default: what the folder holds)')
    .requiredOption('--to <folder>', 'the registry folder')
    .addHelpText('after', places)
    .action(async (options: PublishOptions) => (await import('./runSchema.js')).runSchemaPublish(options));
}
