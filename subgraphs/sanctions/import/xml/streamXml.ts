import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { ImportError } from '../../importLease/importError';
import { isWebPage, unchanged } from '../readText';
import { textDecoder } from '../textDecoder';

/** An element with all that is in it. Names are without their namespace's prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
  /** Its first line, from 1. */
  readonly line: number;
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

export interface XmlForm {
  /** The name of the document's element; another one is another file. */
  readonly root: string;
  /** The elements that are handed over, each when it ends, and then forgotten. */
  readonly take: ReadonlySet<string>;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads a document piece by piece: only one taken element is in memory at a time. No document type is
 * followed and no external entity read. Throws ImportError, with the line, for a document that is not
 * well-formed or ends too early.
 */
export async function streamXml(
  file: string,
  form: XmlForm,
  onElement: (element: XmlElement) => void,
): Promise<void> {
  const importError = (problem: string) => new ImportError(`${basename(file)}: ${problem}: ${unchanged}`);
  const parser = elementParser(form, onElement, importError);
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const isStart = decoder === undefined;
      decoder ??= textDecoder(chunk);
      const text = decoder.decode(chunk, { stream: true });
      if (isStart && isWebPage(text)) throw importError('it is a web page, not a list');
      parser.write(text);
    }
    if (!decoder) throw importError('it is empty');
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw importError(
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? `near line ${parser.line()}, it is not ${decoder?.encoding.toUpperCase() ?? 'UTF-8'}`
        : message,
    );
  }
}

/** A parser that hands over taken elements, and throws what is wrong at the end of the piece that it is in. */
function elementParser(
  { root, take }: XmlForm,
  onElement: (element: XmlElement) => void,
  importError: (problem: string) => Error,
) {
  const parser = new SaxesParser();
  const open: Growing[] = [];
  let depth = 0;
  const problems: Error[] = [];
  parser.on('error', (error) =>
    problems.push(importError(`not well-formed XML at ${error.message.replace(/\.$/, '')}`)),
  );
  parser.on('doctype', () => problems.push(importError('it has a document type, which a list does not')));
  parser.on('opentag', (tag) => {
    const { line } = parser;
    const element: Growing = {
      name: localName(tag.name),
      attributes: tag.attributes,
      children: [],
      text: '',
      line,
    };
    if (depth++ === 0) {
      if (element.name !== root) problems.push(importError(`it is <${element.name}>, not <${root}>`));
      onElement(element);
    } else if (open.length > 0) {
      open.at(-1)?.children.push(element);
      open.push(element);
    } else if (take.has(element.name)) open.push(element);
  });
  const onText = (text: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    depth--;
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (open.length === 0) onElement(element);
  });
  const checked = (step: () => unknown) => {
    step();
    if (problems[0]) throw problems[0];
  };
  return {
    write: (text: string) => checked(() => parser.write(text)),
    close: () => checked(() => parser.close()),
    line: () => parser.line,
  };
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** Returns the text of a child, or null where it is missing or empty. */
export const textOf = (element: XmlElement | undefined, name: string): string | null =>
  childOf(element, name)?.text || null;

/** All elements of a name, however deep. */
export function* within(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* within(child, name);
  }
}
