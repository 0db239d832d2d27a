import { unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { textDecoder } from '../textDecoder';

/** The list is a few megabytes when it is unpacked; a small archive may hold any number. */
const maxUnpackedBytes = 256 * 1024 * 1024;

/**
 * Returns a workbook of the same parts, each of which is whole. Throws an Error that says what is not. The library that
 * reads sheets does not check this: it ends without an error where the XML of a sheet breaks off.
 */
export function wholeWorkbook(archive: Uint8Array): Buffer {
  let bytes = 0;
  const parts = unzipSync(archive, {
    filter({ originalSize }) {
      bytes += originalSize;
      if (bytes > maxUnpackedBytes) throw new Error(`it unpacks to more than ${maxUnpackedBytes} bytes`);
      return true;
    },
  });
  for (const [name, content] of Object.entries(parts))
    if (/\.(?:xml|rels)$/i.test(name)) checkXml(name, content);
  return Buffer.from(zipSync(parts, { level: 0 }));
}

/** Throws an Error where a part is not well-formed XML. */
function checkXml(name: string, content: Uint8Array): void {
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new Error(`${name} is not well-formed XML at ${message}`);
  });
  const bytes = Buffer.from(content);
  parser.write(textDecoder(bytes).decode(bytes)).close();
}
