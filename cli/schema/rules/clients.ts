import { dirname, resolve } from 'node:path';
import type { Partner } from '../../../gateway/partners/partnerFile';
import type { Contract } from '../../../gateway/supergraph/contract';
import { readPartnerFile } from '../../../gateway/partners/partnerFile';
import type { SchemaCheckConfig } from '../input/checkConfig';
import { readClientOperations, readStoredOperations, type StoredOperation } from '../input/storedOperations';

/** A client that the check knows: by its stored operations, the partner file, or the configuration. */
export interface Client {
  readonly name: string;
  /** Undefined where nobody declared them. */
  readonly scopes: readonly string[] | undefined;
  readonly contract: Contract | undefined;
  readonly maxCost: number | undefined;
  readonly operations: readonly StoredOperation[];
}

export interface ClientInputs {
  readonly operations: readonly string[];
  readonly partners: string | undefined;
  readonly config: SchemaCheckConfig;
}

/** Reads what is known of each client. Throws CommandError or YamlFileError with the file, and the line where there is one. */
export function readClients({ operations, partners, config }: ClientInputs): ReadonlyMap<string, Client> {
  const clients = new Map<string, Client>();
  const merge = (name: string, more: Partial<Client>) => {
    const unknown = { name, scopes: undefined, contract: undefined, maxCost: undefined, operations: [] };
    const known = clients.get(name) ?? unknown;
    const all = [...known.operations, ...(more.operations ?? [])];
    clients.set(name, { ...known, ...more, operations: all });
  };
  for (const [name, { scopes }] of Object.entries(config.clients)) merge(name, { scopes });
  if (partners !== undefined)
    for (const partner of readPartnerFile(partners).value.partners)
      merge(partner.client, ofPartner(partner, partners));
  for (const given of operations)
    for (const stored of readStoredOperations(given)) merge(stored.client, { operations: [stored] });
  return clients;
}

function ofPartner({ client, scopes, contract, limits, operations }: Partner, file: string): Partial<Client> {
  const path = operations?.manifest;
  return {
    scopes,
    contract,
    maxCost: limits?.costPerOperation,
    operations: path === undefined ? [] : readClientOperations(client, resolve(dirname(file), path)),
  };
}
