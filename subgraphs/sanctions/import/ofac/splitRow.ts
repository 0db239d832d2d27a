/**
 * Cuts one line of an OFAC CSV file into its fields: quoted with `"` (doubled inside), or bare. `-0- ` as a whole bare
 * field is null; inside a text it is text (OFAC's data specification). Undefined where the quotes do not close.
 */
export function splitRow(line: string): (string | null)[] | undefined {
  const fields: (string | null)[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      const read = quoted(line, at + 1);
      if (!read) return undefined;
      fields.push(read.text);
      at = read.end;
      if (at < line.length && line[at] !== ',') return undefined;
    } else {
      const comma = line.indexOf(',', at);
      const end = comma < 0 ? line.length : comma;
      const text = line.slice(at, end);
      fields.push(text.trim() === '-0-' ? null : text);
      at = end;
    }
    if (at >= line.length) return fields;
    at++;
  }
}

/** The text up to the closing quote, and where the field ends. */
function quoted(line: string, start: number): { text: string; end: number } | undefined {
  let text = '';
  for (let from = start; ;) {
    const quote = line.indexOf('"', from);
    if (quote < 0) return undefined;
    text += line.slice(from, quote);
    if (line[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    from = quote + 2;
  }
}
