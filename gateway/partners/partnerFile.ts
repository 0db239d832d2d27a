import { z } from 'zod';
import { isNetwork } from '../../shared/http/networks';
import type { Contract } from '../supergraph/contract';
import { readYamlFile, type YamlFile } from '../../shared/yaml/readYamlFile';

const name = z.string('a text is expected').min(1, 'a text is expected');
const positive = z.int('a whole number above 0 is expected').positive('a whole number above 0 is expected');
const tags = z.array(name, 'a list of tags is expected').min(1, 'at least one tag is expected');

/** A network in CIDR notation (RFC 4632, RFC 4291), such as `10.0.0.0/8`, or a single address. */
const network = z.string().refine(isNetwork, 'a network in CIDR notation is expected, such as 10.0.0.0/8');

const contract: z.ZodType<Contract> = z
  .strictObject({ include: tags.optional(), exclude: tags.optional() })
  .refine(
    ({ include, exclude }) => (include === undefined) !== (exclude === undefined),
    'either include or exclude is expected',
  );

const operations = z
  .strictObject({
    mode: z.enum(['required', 'preferred', 'off'], 'required, preferred or off is expected'),
    /** The file or folder of the stored operations, relative to the partner file. */
    manifest: name.optional(),
  })
  .refine(
    ({ mode, manifest }) => mode === 'off' || manifest !== undefined,
    'manifest is expected unless mode is off',
  );

const limits = z.strictObject({
  requestsPerMinute: positive.optional(),
  costPerOperation: positive.optional(),
  costPerHour: positive.optional(),
  depth: positive.optional(),
});

const partner = z.strictObject({
  /** The token's `client_id` (RFC 9068), else `azp`. */
  client: name,
  venue: name,
  /** A token of this partner has at most these. */
  scopes: z.array(name, 'a list of scopes is expected'),
  contract: contract.optional(),
  operations: operations.optional(),
  limits: limits.optional(),
  networks: z.array(network).min(1, 'at least one network is expected').optional(),
});

const partnerFile = z
  .strictObject({ version: z.literal(1, 'version 1 is expected'), partners: z.array(partner) })
  .superRefine(({ partners }, context) => {
    const clients = new Set<string>();
    for (const [index, { client }] of partners.entries()) {
      if (clients.has(client)) {
        const message = `${client} is in the file twice: one entry a client is expected`;
        context.addIssue({ code: 'custom', path: ['partners', index, 'client'], message });
      }
      clients.add(client);
    }
  });

export type Partner = z.infer<typeof partner>;

/**
 * Reads the partner file (`version: 1`) and checks it as a whole. Throws YamlFileError with file, line and what is
 * expected, a line for each problem.
 */
export function readPartnerFile(file: string): YamlFile<{ readonly partners: readonly Partner[] }> {
  return readYamlFile(file, partnerFile);
}
