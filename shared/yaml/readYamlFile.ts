import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { YamlFileError } from './yamlFileError';

/** A YAML file that was read, with a way to name the line of any of its values. */
export interface YamlFile<T> {
  readonly value: T;
  /** The line, from 1, of the value at a path such as `['partners', 0, 'venue']`; of its nearest parent where it is absent. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads a small YAML file and checks it as a whole. Throws YamlFileError with a line for each problem:
 * `<file>:<line>: <place>: <what is expected>`.
 */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): YamlFile<T> {
  return parseYamlFile(file, readText(file), schema);
}

/** The same for a text that was read already. */
export function parseYamlFile<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) {
    throw new YamlFileError(
      document.errors
        .map(
          ({ pos, message }) => `${file}:${lines.linePos(pos[0]).line}: ${message.replaceAll(/\s+/g, ' ')}`,
        )
        .join('\n'),
    );
  }
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath({ document, lines }, path);
  const parsed = schema.safeParse(toValue(file, document));
  if (parsed.success) return { value: parsed.data, lineOf };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, { file, lineOf }));
  throw new YamlFileError(problems.join('\n'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new YamlFileError(
      `${file}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code ?? 'unknown'})`}`,
    );
  }
}

function toValue(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new YamlFileError(`${file}:1: ${(error as Error).message}`);
  }
}

interface Place {
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

function problemsOf(issue: z.core.$ZodIssue, { file, lineOf }: Place): readonly string[] {
  const at = (path: readonly PropertyKey[], message: string) =>
    `${file}:${lineOf(path)}: ${path.map(String).join('.') || 'the file'}: ${message}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => at([...issue.path, key], 'unknown field'));
  return [at(issue.path, issue.message)];
}

function lineOfPath(
  { document, lines }: { readonly document: Document; readonly lines: LineCounter },
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return 1;
}

/** Returns the offset of the key of a map's value, or of the value itself. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const key = path.at(-1);
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
