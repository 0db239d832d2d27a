import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compares an exported drawing with the one kept in `test/browser/pictures`. An SVG is text with every place, colour and
 * word, the same on each machine, whatever its fonts. `UPDATE_PICTURES=1` keeps the new one: look at it before you commit.
 */
export function expectPicture(name: string, svg: string): void {
  const file = join(__dirname, '..', '..', 'browser', 'pictures', `${name}.svg`);
  const drawn = `${svg.replace(/></g, '>\n<').trim()}\n`;
  if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(file, drawn);
  expect(drawn).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `no picture at ${file}`);
}
