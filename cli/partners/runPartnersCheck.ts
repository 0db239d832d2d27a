import { type GraphQLSchema, parse, validate } from 'graphql';
import { gatewaySettings } from '../../gateway/config';
import { checkContracts } from '../../gateway/partners/checkContracts';
import { type ListedPartner, readPartnerList } from '../../gateway/partners/partnerList';
import { readSettings } from '../../shared/config/settings';
import { YamlFileError } from '../../shared/yaml/yamlFileError';
import { readSupergraphFile, servedSchema } from './servedSchema';

export interface PartnersCheckOptions {
  readonly supergraph?: string;
}

/**
 * `cordon partners check`: says of a partner file what a gateway would, and which stored operations do not fit the schema
 * of their partner. Throws YamlFileError with a line for each problem.
 */
export async function runPartnersCheck(file: string, options: PartnersCheckOptions): Promise<void> {
  const supergraph = readSupergraphFile(
    options.supergraph ?? readSettings({ supergraph: gatewaySettings.supergraph }, process.env).supergraph,
  );
  const list = readPartnerList(file);
  const problems = [...checkContracts(list, supergraph)];
  if (problems.length === 0)
    for (const partner of list.partners)
      problems.push(...operationProblems(file, partner, servedSchema(supergraph, partner.contract)));
  if (problems.length > 0) throw new YamlFileError(problems.join('\n'));
  const operations = list.partners.reduce((sum, { stored }) => sum + (stored?.operations.length ?? 0), 0);
  process.stdout.write(`ok: ${list.partners.length} partners, ${operations} stored operations\n`);
}

function operationProblems(
  file: string,
  { client, stored, lineOf }: ListedPartner,
  schema: GraphQLSchema,
): readonly string[] {
  return (stored?.operations ?? []).flatMap((operation) =>
    validate(schema, parse(operation.text)).map(
      ({ message }) =>
        `${file}:${lineOf('operations')}: the operation ${operation.name} of ${client} (${operation.file}) does not fit its schema: ${message}`,
    ),
  );
}
