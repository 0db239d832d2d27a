import { dirname, resolve } from 'node:path';
import { isIPv6, BlockList } from 'node:net';
import { LRUCache } from 'lru-cache';
import { YamlFileError } from '../../shared/yaml/yamlFileError';
import { OperationFileError } from '../operations/operationFileError';
import { type OperationList, readOperationList } from '../operations/operationList';
import { operationFiles, operationFolders } from '../operations/operationTexts';
import { type Partner, readPartnerFile } from './partnerFile';

/** The mode of a partner's operations: only those of the list, the list first, or any. */
export type OperationsMode = NonNullable<Partner['operations']>['mode'];

/** A partner of the file, with the files that it names. */
export interface ListedPartner extends Partner {
  readonly mode: OperationsMode;
  readonly stored: OperationList | undefined;
  /** Tells if it may ask from an address; true where the file names no networks. */
  allowsAddress(address: string): boolean;
  /** The line of one of its fields in the file. */
  lineOf(field: keyof Partner): number;
}

/** A partner file that was read as a whole. */
export interface PartnerList {
  readonly file: string;
  readonly partners: readonly ListedPartner[];
  /** By the client of a token. */
  find(client: string): ListedPartner | undefined;
}

/**
 * Reads the partner file with the stored operations that it names. Throws YamlFileError with file, line and what is
 * expected, a line for each problem.
 */
export function readPartnerList(file: string): PartnerList {
  const { value, lineOf } = readPartnerFile(file);
  const problems: string[] = [];
  const partners = value.partners.map((partner, index): ListedPartner => {
    const line = (field: keyof Partner) => lineOf(['partners', index, field]);
    let stored: OperationList | undefined;
    try {
      stored = readStored(file, partner);
    } catch (error) {
      if (!(error instanceof OperationFileError)) throw error;
      const at = lineOf(['partners', index, 'operations', 'manifest']);
      problems.push(`${file}:${at}: partners.${index}.operations.manifest: ${error.message}`);
    }
    return {
      ...partner,
      mode: partner.operations?.mode ?? 'off',
      stored,
      allowsAddress: addressCheck(partner.networks),
      lineOf: line,
    };
  });
  if (problems.length > 0) throw new YamlFileError(problems.join('\n'));
  const byClient = new Map(partners.map((partner) => [partner.client, partner]));
  return { file, partners, find: (client) => byClient.get(client) };
}

/** The files and folders that the list is made from, as far as they can be read: the partner file, and stored operations. */
export function filesOfList(file: string): readonly string[] {
  try {
    const { partners } = readPartnerFile(file).value;
    return [file, ...partners.flatMap((partner) => operationsFilesOf(file, partner))];
  } catch {
    return [file];
  }
}

function operationsFilesOf(file: string, partner: Partner): readonly string[] {
  const path = manifestOf(file, partner);
  if (path === undefined) return [];
  try {
    return [...operationFolders(path), ...operationFiles(path)];
  } catch {
    return [path];
  }
}

function readStored(file: string, partner: Partner): OperationList | undefined {
  const path = manifestOf(file, partner);
  return path === undefined ? undefined : readOperationList(path);
}

const manifestOf = (file: string, { operations }: Partner) =>
  operations?.manifest === undefined ? undefined : resolve(dirname(file), operations.manifest);

/** Addresses of a partner that are remembered: its servers are few. */
const maxAddresses = 100;

function addressCheck(networks: readonly string[] | undefined): (address: string) => boolean {
  if (!networks) return () => true;
  const allowed = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) allowed.addAddress(address, family);
    else allowed.addSubnet(address, Number(bits), family);
  }
  const known = new LRUCache<string, boolean>({ max: maxAddresses });
  return (address) => {
    let allows = known.get(address);
    // An IPv4 address that is written as IPv6 (::ffff:192.0.2.7) is found by its IPv4 network.
    if (allows === undefined)
      known.set(address, (allows = allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')));
    return allows;
  };
}
