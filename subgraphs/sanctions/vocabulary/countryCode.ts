/** Country names as lists and people write them, and that Intl does not give; ISO 3166-1 alpha-2. */
const otherNames: Readonly<Record<string, string>> = {
  "democratic people's republic of korea": 'KP',
  'korea, north': 'KP',
  dprk: 'KP',
  'north korean': 'KP',
  'republic of korea': 'KR',
  'korea, south': 'KR',
  korea: 'KR',
  'iran (islamic republic of)': 'IR',
  'islamic republic of iran': 'IR',
  iranian: 'IR',
  'syrian arab republic': 'SY',
  'russian federation': 'RU',
  russian: 'RU',
  'viet nam': 'VN',
  'united states of america': 'US',
  us: 'US',
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  american: 'US',
  uk: 'GB',
  'u.k.': 'GB',
  uae: 'AE',
  'u.a.e.': 'AE',
  'great britain': 'GB',
  british: 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  'democratic republic of the congo': 'CD',
  'congo, democratic republic of the': 'CD',
  'democratic republic of congo': 'CD',
  'republic of the congo': 'CG',
  'republic of congo': 'CG',
  'congo, republic of the': 'CG',
  'venezuela (bolivarian republic of)': 'VE',
  'bolivia (plurinational state of)': 'BO',
  'united republic of tanzania': 'TZ',
  'libyan arab jamahiriya': 'LY',
  "lao people's democratic republic": 'LA',
  'republic of moldova': 'MD',
  turkey: 'TR',
  burma: 'MM',
  myanmar: 'MM',
  "cote d'ivoire": 'CI',
  'ivory coast': 'CI',
  'state of palestine': 'PS',
  palestinian: 'PS',
  'palestinian authority': 'PS',
  'west bank': 'PS',
  gaza: 'PS',
  'czech republic': 'CZ',
  macedonia: 'MK',
  'gambia, the': 'GM',
  'bahamas, the': 'BS',
  swaziland: 'SZ',
  'cabo verde': 'CV',
  'cape verde': 'CV',
  'hong kong': 'HK',
  macau: 'MO',
  taiwan: 'TW',
  "people's republic of china": 'CN',
  'republic of china': 'TW',
  'holy see': 'VA',
  'brunei darussalam': 'BN',
  macao: 'MO',
  'micronesia, federated states of': 'FM',
  'east timor': 'TL',
  kosovo: 'XK',
  holland: 'NL',
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A name as it is compared: words without marks. `St. Lucia` is `saint lucia`, `Bosnia & Herzegovina` has `and`. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\bst\b(?=.*\p{L})/gu, 'saint')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface KnownCountries {
  /** The codes by the plain names. */
  readonly byName: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
}

function knownCountries(): KnownCountries {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const byName = new Map(Object.entries(otherNames).map(([name, code]) => [plain(name), code]));
  const codes = new Set<string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = names.of(code);
      // A code that was withdrawn, such as BU for Myanmar, has the name of the country that it stands for now.
      if (name === undefined || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
      if (!byName.has(plain(name))) byName.set(plain(name), code);
      codes.add(code);
    }
  }
  return { byName, codes };
}

const { byName, codes } = knownCountries();

const withoutTitle = (name: string) => name.replace(/^the /, '').replace(/^republic of (?:the )?/, '');

/**
 * The ISO 3166-1 code of a country by its name or code, in any case; undefined where it is not known. Lists may put the word
 * that they sort by first (`Man, Isle of`). A part of a country (`Region: Crimea`) is not found. A code counts only without
 * punctuation: `Co.` is not Colombia.
 */
export function countryCode(text: string): string | undefined {
  const given = text.normalize('NFKC').trim().toUpperCase();
  if (codes.has(given)) return given;
  const [first = '', ...rest] = text.split(',');
  const readings = [text, ...(rest.length > 0 ? [`${rest.join(' ')} ${first}`] : [])].map(plain);
  for (const name of readings) {
    const code = byName.get(name) ?? byName.get(name.replace(/^the /, '')) ?? byName.get(withoutTitle(name));
    if (code) return code;
  }
  return undefined;
}
