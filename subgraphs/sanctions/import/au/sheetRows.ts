import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { ImportError } from '../../importLease/importError';
import { type CsvRow, streamCsv } from '../parts/streamCsv';
import { unchanged } from '../readText';
import { wholeWorkbook } from './wholeWorkbook';

/** The rows of the first sheet of an XLSX file, or of a CSV file. Throws ImportError. */
export async function sheetRows(file: string): Promise<CsvRow[]> {
  if (await isZip(file)) return workbookRows(file);
  const rows: CsvRow[] = [];
  for await (const row of streamCsv(file)) rows.push(row);
  return rows;
}

/** Tells if a file begins as a ZIP archive does: an XLSX file is one. */
async function isZip(file: string): Promise<boolean> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && buffer.toString('latin1') === 'PK\x03\x04';
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ImportError(`${basename(file)} cannot be read (${code})`);
  }
}

async function workbookRows(file: string): Promise<CsvRow[]> {
  try {
    // A number keeps its digits: a reference is no amount.
    const rows = await readSheet<string>(wholeWorkbook(await readFile(file)), {
      parseNumber: (text) => text,
    });
    return rows.map((cells, i) => ({ line: i + 1, fields: cells.map(cellText) }));
  } catch (error) {
    throw new ImportError(
      `${basename(file)} is no whole XLSX workbook (${(error as Error).message}): ${unchanged}`,
    );
  }
}

/** A date is given as its day. The library's types have the constructor in place of the date. */
function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.replace(/_x000D_/g, '\n');
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
