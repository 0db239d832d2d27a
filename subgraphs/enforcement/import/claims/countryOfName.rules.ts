const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Names that are short, or differ from the Unicode names of regions. */
const alsoKnownAs: Readonly<Record<string, string>> = {
  us: 'US',
  usa: 'US',
  uk: 'GB',
  'hong kong': 'HK',
  macau: 'MO',
  'south korea': 'KR',
  'north korea': 'KP',
};

let byName: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-2 of a country by its English name, or null. */
export function countryOfName(name: string): string | null {
  byName ??= allCountries();
  const foldedName = name.trim().toLowerCase();
  return alsoKnownAs[foldedName] ?? byName.get(foldedName) ?? null;
}

function allCountries(): Map<string, string> {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // A code that was withdrawn (DD, SU) has the name of its successor: only the successor is canonical.
  const inUse = codes.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
  return new Map(
    inUse.flatMap((code) => {
      const name = names.of(code)?.toLowerCase();
      return name === undefined ? [] : [[name, code] as const];
    }),
  );
}
