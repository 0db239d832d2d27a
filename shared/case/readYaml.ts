import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CaseError } from './caseError';

/** The data of one file of a case, and the place of each value, for errors between files. */
export interface CaseFile<Data> {
  readonly data: Data;
  /**
   * Returns the file and the line of a value, such as `measures.yaml:12`; of its parent where it is omitted.
   */
  at(...path: readonly (string | number)[]): string;
}

/**
 * Reads one YAML file of a case and checks its form. An absent file is read as undefined, which the form may
 * allow. Throws CaseError with the file, the line and the problem, for every problem at once.
 */
export function readYaml<Form extends z.ZodType>(folder: string, name: string, form: Form): z.output<Form> {
  return readYamlFile(folder, name, form).data;
}

/** The same, with the lines of the values. */
export function readYamlFile<Form extends z.ZodType>(
  folder: string,
  name: string,
  form: Form,
): CaseFile<z.output<Form>> {
  const file = join(folder, name);
  const lines = new LineCounter();
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : '', {
    lineCounter: lines,
    prettyErrors: false,
  });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const [broken] = document.errors;
  if (broken) throw new CaseError(`${file}:${lineOf(broken.pos[0])}: ${broken.message}`);

  const at = (...path: readonly unknown[]): string => {
    const node = document.getIn(path, true);
    if (hasRange(node)) return `${file}:${lineOf(node.range[0])}`;
    return path.length === 0 ? file : at(...path.slice(0, -1));
  };
  const parsed = form.safeParse(document.contents === null ? undefined : document.toJS());
  if (parsed.success) return { data: parsed.data, at };
  const problems = parsed.error.issues.map(({ path, message }) => {
    const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return `${at(...steps)}: ${steps.join('.')}: ${message}`;
  });
  throw new CaseError(problems.join('\n'));
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
