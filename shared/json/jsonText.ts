/** Returns JSON without white space, its names in their order; any other text as it is. */
export function minifyJson(written: string): string {
  try {
    return JSON.stringify(JSON.parse(written));
  } catch {
    return written;
  }
}

/** The object that a text is as JSON; null for any other text, also one that only begins like JSON. */
export function objectIn(written: string | null): Readonly<Record<string, unknown>> | null {
  if (!written?.startsWith('{')) return null;
  try {
    return JSON.parse(written) as Record<string, unknown>;
  } catch {
    return null;
  }
}
