import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { isDay } from '../../../../shared/scalars/date';
import { ImportError } from '../../importLease/importError';
import type { ListReading } from '../../list/listReading';
import { collectEntries, type EntryRow, onlyFile } from '../collectEntries';
import { dayOfSlashes } from '../parts/dayOf.rules';
import { elementText } from '../xml/elementText';
import { streamXml } from '../xml/streamXml';
import { readCsvDesignations } from './csvDesignations';
import { type GrowingDesignation, growDesignation } from './designation';
import { ukEntry, ukList } from './entry.rules';
import { resolveNames } from './links.rules';
import { xmlDesignation } from './xmlDesignation';

/** Reads the UK Sanctions List of the FCDO, in its XML or its CSV form. Throws ImportError. */
export async function readUk(files: readonly string[]): Promise<ListReading[]> {
  const file = onlyFile(files, 'the UK list is one file, its XML or its CSV');
  return [(await isXml(file)) ? await readXml(file) : await readCsv(file)];
}

/** Tells if a file begins as XML does, in any encoding. */
async function isXml(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ImportError(`${basename(file)} cannot be read (${code})`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1').replace(/\0/g, '');
    return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*</.test(start);
  } finally {
    await handle.close();
  }
}

async function readXml(file: string): Promise<ListReading> {
  const collected = collectEntries(ukList, file);
  let publishedOn: string | null = null;
  const form = { root: 'Designations', take: new Set(['Designation', 'DateGenerated']) };
  await streamXml(file, form, (element) => {
    if (element.name === 'DateGenerated') publishedOn = dayOfSlashes(element.text);
    else if (element.name === 'Designation')
      collected.add(ukEntry(xmlDesignation(element)), { line: element.line, text: elementText(element) });
  });
  return collected.reading(publishedOn, resolveNames);
}

/** In the CSV a designation is a row for each combination of its names, addresses and other facts. */
async function readCsv(file: string): Promise<ListReading> {
  const collected = collectEntries(ukList, file);
  let publishedOn: string | null = null;
  const designations = new Map<string, { readonly first: EntryRow; readonly growing: GrowingDesignation }>();
  await readCsvDesignations(file, {
    onReportDate: (text) => (publishedOn = dayOfReport(text)),
    onBadRow: (row, problem) => collected.quarantine('ENTRY', row, problem),
    onRow({ facts, ...row }) {
      const id = facts.values.find(({ key }) => key === 'id')?.value;
      if (id === undefined) {
        collected.quarantine('ENTRY', row, 'it has no unique ID');
        return;
      }
      const known = designations.get(id);
      if (known) collected.tally.empty('ENTRY');
      const { growing } = known ?? { growing: growDesignation() };
      if (!known) designations.set(id, { first: { ...row, text: row.text.slice(0, maxFirstText) }, growing });
      growing.add(facts);
    },
  });
  for (const { first, growing } of designations.values()) collected.add(ukEntry(growing.facts()), first);
  return collected.reading(publishedOn, resolveNames);
}

/** As much of a row as a quarantine keeps. */
const maxFirstText = 2_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads `13-Feb-2026`; null for anything else. */
function dayOfReport(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{2})-([A-Za-z]{3})-(\d{4})$/.exec(text.trim()) ?? [];
  const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  const whole = `${year}-${number}-${day}`;
  return isDay(whole) ? whole : null;
}
