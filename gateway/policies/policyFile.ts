import { z } from 'zod';
import { roles } from '../../shared/identity/roles';
import { parseYamlFile } from '../../shared/yaml/readYamlFile';
import { builtInPolicies } from '../../shared/identity/builtInPolicies';

const name = z.string('a text is expected').min(1, 'a text is expected');
const value = z.union([name, z.number(), z.boolean()], 'a text, a number, true or false is expected');

const policy = z
  .strictObject({
    /** The token has one of these roles. */
    roles: z
      .array(z.enum(roles, `one of ${roles.join(', ')} is expected`))
      .min(1, 'at least one role is expected')
      .optional(),
    /** The token is of the operator's own people, and confined to no venue. */
    operator: z.literal(true, 'true is expected').optional(),
    /** The token has each of these claims, with one of the values; a claim that is a list holds one of them. */
    claims: z
      .record(name, z.array(value, 'a list of values is expected').min(1, 'at least one value is expected'))
      .refine((claims) => Object.keys(claims).length > 0, 'at least one claim is expected')
      .optional(),
  })
  .refine(
    (given) => Object.values(given).some((condition) => condition !== undefined),
    'roles, operator or claims is expected',
  );

const policyFile = z
  .strictObject({
    version: z.literal(1, 'version 1 is expected'),
    policies: z.record(name, policy, 'policies by name are expected'),
  })
  .superRefine(({ policies }, context) => {
    for (const built of Object.keys(builtInPolicies)) {
      if (!Object.hasOwn(policies, built)) continue;
      const message = `${built} is built in: another name is expected`;
      context.addIssue({ code: 'custom', path: ['policies', built], message });
    }
  });

/** The conditions of a policy. A token satisfies it where it meets each one that is given. */
export type Policy = z.infer<typeof policy>;

/**
 * Reads the text of the policy file (`version: 1`) and checks it as a whole. Throws YamlFileError with file, line and what
 * is expected, a line for each problem.
 */
export function parsePolicyFile(file: string, text: string): ReadonlyMap<string, Policy> {
  return new Map(Object.entries(parseYamlFile(file, text, policyFile).value.policies));
}
