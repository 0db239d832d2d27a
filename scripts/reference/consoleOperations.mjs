// The console's operations: types for its code, and the manifest that is its list of stored operations.
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, printSchema } from 'graphql';

/** The scalars, as JSON carries them. */
const scalars = { BigInt: 'string', Date: 'string', DateTime: 'string' };

/** Returns `[file, content]` of the files generated from the `.graphql` files under `root`/console/src. */
export async function consoleOperations({ root, api }) {
  const source = join(root, 'console', 'src');
  const documents = readdirSync(source, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const rawSDL = readFileSync(join(source, name), 'utf8');
      return { location: name, rawSDL, document: parse(rawSDL) };
    });
  if (documents.length === 0) return [];
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'console/src/graph/generated/',
    schema: parse(printSchema(api)),
    schemaAst: api,
    documents,
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      useTypeImports: true,
      scalars,
      defaultScalarType: 'unknown',
    },
    presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    profiler: { run: (work) => work(), collect: () => [] },
    cache: (_namespace, _key, make) => make(),
  });
  const files = [];
  for (const section of sections) files.push([section.filename, await codegen(section)]);
  const manifest = JSON.parse(files.find(([file]) => file.endsWith('persisted-documents.json'))[1]);
  return files
    .filter(([file]) => /\/(graphql\.ts|persisted-documents\.json)$/.test(file))
    .map(([file, content]) => [file, file.endsWith('.ts') ? withStoredTexts(content, manifest) : content]);
}

/** The console sends an operation as it stands in the manifest: the gateway keeps plans by the text. */
const withStoredTexts = (code, manifest) =>
  code.replaceAll(
    /new TypedDocumentString\(`[^`]*`,\s*(\{[^}]*?"hash":\s*"(sha256:[0-9a-f]+)"[^}]*\})\)/g,
    (_whole, meta, hash) => `new TypedDocumentString(${JSON.stringify(manifest[hash])}, ${meta})`,
  );
