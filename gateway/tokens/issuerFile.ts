import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { parseYamlFile, readYamlFile } from '../../shared/yaml/readYamlFile';

/** Signatures that only the issuer can make: a verifier's public key cannot forge them, as HS256's secret could. */
export const asymmetricAlgorithms = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
] as const;

const name = z.string('a text is expected').min(1, 'a text is expected');

const issuer = z.strictObject({
  /** The `iss` of its tokens. */
  issuer: name,
  /** The `aud` that its tokens have for this deployment. */
  audience: name,
  /** A JSON Web Key Set: a URL, or the path of a file, relative to the issuer file. */
  jwks: name.refine(
    (place) => !isUrl(place) || URL.canParse(place),
    'a URL or the path of a file is expected',
  ),
  algorithms: z
    .array(z.enum(asymmetricAlgorithms, `one of ${asymmetricAlgorithms.join(', ')} is expected`))
    .min(1, 'at least one algorithm is expected')
    .optional(),
});

const issuerFile = z
  .strictObject({
    version: z.literal(1, 'version 1 is expected'),
    issuers: z.array(issuer).min(1, 'at least one issuer is expected'),
  })
  .superRefine(({ issuers }, context) => {
    const names = new Set<string>();
    for (const [index, one] of issuers.entries()) {
      if (names.has(one.issuer)) {
        const message = `${one.issuer} is in the file twice`;
        context.addIssue({ code: 'custom', path: ['issuers', index, 'issuer'], message });
      }
      names.add(one.issuer);
    }
  });

/** The issuer of accepted tokens, with their audience and keys. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** The path of a file, or a URL. */
  readonly jwks: string;
  readonly algorithms: readonly string[];
}

/** Reads the issuer file. Throws YamlFileError with file, line and what is expected, a line for each problem. */
export function readIssuerFile(file: string): readonly Issuer[] {
  return issuersOf(file, readYamlFile(file, issuerFile).value);
}

/** The same for its text, where that was read already. */
export function parseIssuerFile(file: string, text: string): readonly Issuer[] {
  return issuersOf(file, parseYamlFile(file, text, issuerFile).value);
}

function issuersOf(file: string, { issuers }: z.infer<typeof issuerFile>): readonly Issuer[] {
  return issuers.map((one) => ({
    ...one,
    jwks: isUrl(one.jwks) ? one.jwks : resolve(dirname(file), one.jwks),
    algorithms: one.algorithms ?? asymmetricAlgorithms,
  }));
}

export const isUrl = (place: string) => /^https?:\/\//.test(place);
