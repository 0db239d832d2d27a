import { chunksOfStream } from '../batch/chunks';
import { parseText } from './parseText';
import { readLines } from './readLines';
import { YamlFileError } from './yamlFileError';

/** One item of the list, or what is wrong with it; with its line in the file, from 1. */
export type ItemReading =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string; readonly text: string };

/** A YAML file that is a few header fields and one long list, read without holding it whole. */
export interface ListFile {
  readonly header: Readonly<Record<string, unknown>>;
  /** Streams the items. A broken one is reported with its line, and does not keep the others out. */
  items(): AsyncGenerator<ItemReading>;
}

export interface ListFileOptions {
  /** The field that holds the list, such as `tags`. */
  readonly list: string;
  /** The folder that includes must not leave. */
  readonly within: string;
}

/** Headers are a few hundred characters; a list in flow style counts as one, and may be longer. */
const maxHeaderLength = 4 * 1024 * 1024;

/** Items parsed at once: parsing has a cost of its own, and one broken item makes its neighbours be parsed again. */
const batchSize = 200;

/** Opens the file and reads its header. Throws YamlFileError where it is not YAML, or has no such list. */
export async function openListFile(file: string, options: ListFileOptions): Promise<ListFile> {
  const { list, within } = options;
  const lines: string[] = [];
  const numbers: number[] = [];
  let size = 0;
  let found = false;
  for await (const { text, number, part } of partsOf(file, list)) {
    if (part === 'list') found = true;
    if (part !== 'header') continue;
    lines.push(text);
    numbers.push(number);
    size += text.length;
    if (size > maxHeaderLength) throw new YamlFileError(`${file}: it has no list \`${list}\``);
  }
  const parsed = parseText(lines.join('\n'), { file, within });
  if ('problem' in parsed)
    throw new YamlFileError(`${file}:${numbers[parsed.line - 1] ?? parsed.line}: ${parsed.problem}`);
  const value = found ? (parsed.value ?? {}) : parsed.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new YamlFileError(`${file}: it is not YAML with a list \`${list}\``);
  const { [list]: inline, ...header } = value as Record<string, unknown>;
  if (Array.isArray(inline)) {
    const line = numbers[lines.findIndex((text) => text.startsWith(list))] ?? 1;
    return { header, items: () => inlineItems(inline, line) };
  }
  if (!found) throw new YamlFileError(`${file}: it has no list \`${list}\``);
  return { header, items: () => itemsOf(file, options) };
}

async function* inlineItems(values: readonly unknown[], line: number): AsyncGenerator<ItemReading> {
  for (const value of values) yield { line, value };
}

interface Line {
  readonly text: string;
  readonly number: number;
  /** `key` is the line that names the list. */
  readonly part: 'header' | 'key' | 'list';
}

/** Tells the lines of the list from those of the header: the list is over where a line begins with another field. */
async function* partsOf(file: string, list: string): AsyncGenerator<Line> {
  const key = new RegExp(`^(["']?)${list}\\1\\s*:\\s*(#.*)?$`);
  let number = 0;
  let inside = false;
  for await (const text of readLines(file)) {
    number++;
    if (inside && !/^(\s|-(\s|$)|#|$)/.test(text)) inside = false;
    if (inside) yield { text, number, part: 'list' };
    else if (key.test(text)) {
      inside = true;
      yield { text, number, part: 'key' };
    } else yield { text, number, part: 'header' };
  }
}

/** The lines of one item as they stand in the file. */
interface Slice {
  readonly line: number;
  readonly text: string;
}

async function* itemsOf(file: string, { list, within }: ListFileOptions): AsyncGenerator<ItemReading> {
  for await (const batch of chunksOfStream(slicesOf(file, list), batchSize))
    yield* readBatch(batch, { file, within });
}

/** Cuts the list where a line begins with the dash of its items: nothing inside an item can stand there. */
async function* slicesOf(file: string, list: string): AsyncGenerator<Slice> {
  let dash: RegExp | undefined;
  let line = 0;
  let texts: string[] = [];
  const blank = /^\s*(#.*)?$/;
  for await (const { text, number, part } of partsOf(file, list)) {
    if (part !== 'list') continue;
    dash ??= /^ *-(\s|$)/.test(text) ? new RegExp(`^ {${text.indexOf('-')}}-(\\s|$)`) : undefined;
    if (texts.length > 0 ? dash?.test(text) : !blank.test(text)) {
      if (texts.length > 0) yield { line, text: texts.join('\n') };
      texts = [];
      line = number;
    }
    if (texts.length > 0 || line === number) texts.push(text);
  }
  if (texts.length > 0) yield { line, text: texts.join('\n') };
}

type Place = { readonly file: string; readonly within: string };

function* readBatch(batch: readonly Slice[], place: Place): Generator<ItemReading> {
  const parsed = parseText(batch.map(({ text }) => text).join('\n'), place);
  const values = 'value' in parsed && Array.isArray(parsed.value) ? (parsed.value as unknown[]) : [];
  if (values.length === batch.length) {
    for (const [i, { line }] of batch.entries()) yield { line, value: values[i] };
    return;
  }
  for (const slice of batch) yield readSlice(slice, place);
}

function readSlice({ line, text }: Slice, place: Place): ItemReading {
  const parsed = parseText(text, place);
  if ('problem' in parsed) return { line: line + parsed.line - 1, problem: parsed.problem, text };
  if (Array.isArray(parsed.value) && parsed.value.length === 1)
    return { line, value: (parsed.value as unknown[])[0] };
  return { line, problem: 'it is not an item of the list', text };
}
