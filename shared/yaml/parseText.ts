import { readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { LineCounter, parseDocument, type ScalarTag, type YAMLError } from 'yaml';

/** The value of a text, or its problem and the line of it (from 1). */
export type Parsed = { readonly value: unknown } | { readonly line: number; readonly problem: string };

/** Files that include files that include files: nobody needs more. */
const deepestInclude = 4;

export interface ParseOptions {
  /** The file that the text is of: includes are looked for beside it. */
  readonly file: string;
  /** The folder that includes must not leave. */
  readonly within: string;
  readonly depth?: number;
}

/**
 * Parses YAML with every scalar as text (the failsafe schema): an address such as 0x12 is no number, and `NO`
 * is Norway. `!include <file>` is replaced by the content of that file.
 */
export function parseText(text: string, options: ParseOptions): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: [includeTag(options)],
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [broken] = document.errors;
  if (broken) return { line: lineOf(lines, broken), problem: oneLine(broken.message) };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { line: 1, problem: oneLine((error as Error).message) };
  }
}

const lineOf = (lines: LineCounter, { pos }: YAMLError) => lines.linePos(pos[0]).line;

const oneLine = (message: string) => message.replace(/\s+/g, ' ').slice(0, 300);

const includeTag = ({ file, within, depth = 0 }: ParseOptions): ScalarTag => ({
  tag: '!include',
  resolve(path, onError) {
    const read =
      depth >= deepestInclude
        ? 'it includes itself, or too deeply'
        : readIncludedFile(path, { file, within });
    if (typeof read === 'string') {
      onError(`!include ${path}: ${read}`);
      return null;
    }
    const parsed = parseText(read.text, { file: read.file, within, depth: depth + 1 });
    if ('value' in parsed) return parsed.value;
    onError(`!include ${path}: line ${parsed.line}: ${parsed.problem}`);
    return null;
  },
});

/**
 * Reads an included file, beside the file or from the folder of the import. Returns its text, or the reason
 * why it cannot be read.
 */
function readIncludedFile(path: string, { file, within }: ParseOptions) {
  for (const folder of [dirname(file), within]) {
    try {
      const found = realpathSync(resolve(folder, path));
      const inside = relative(realpathSync(within), found);
      if (inside === '..' || inside.startsWith(`..${sep}`))
        return 'it is outside the folder that is imported';
      return { file: found, text: readFileSync(found, 'utf8') };
    } catch {
      continue;
    }
  }
  return 'there is no such file';
}
