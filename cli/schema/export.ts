import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { gatewaySettings } from '../../gateway/config';
import { readPartnerFile } from '../../gateway/partners/partnerFile';
import { readSettings } from '../../shared/config/settings';
import { usageError } from '../command/commandError';
import { readSupergraphFile, servedSchema } from '../partners/servedSchema';

export interface SchemaExportOptions {
  readonly client?: string;
  readonly partners?: string;
  readonly supergraph?: string;
  readonly out?: string;
}

/** `cordon schema export`: prints the schema that the gateway serves to a client, for its developers. */
export async function runSchemaExport({ client, out, ...options }: SchemaExportOptions): Promise<void> {
  const { partners, supergraph } = gatewaySettings;
  const config = readSettings({ partners, supergraph }, process.env);
  const contract = client === undefined ? undefined : contractOf(client, options.partners ?? config.partners);
  const schema = servedSchema(readSupergraphFile(options.supergraph ?? config.supergraph), contract);
  const text = `${printSchema(lexicographicSortSchema(schema)).trim()}\n`;
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(out, text);
}

function contractOf(client: string, file: string | undefined) {
  if (file === undefined)
    throw usageError('--client is one of the partner file: give --partners <file>, or set CORDON_PARTNERS');
  const partner = readPartnerFile(file).value.partners.find((one) => one.client === client);
  if (partner) return partner.contract;
  throw usageError(`${file} lists no client ${client}`);
}
