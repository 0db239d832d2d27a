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
  usa: 'US',
  american: 'US',
  uk: 'GB',
  'great britain': 'GB',
  british: 'GB',
  'united kingdom of great britain and northern ireland': 'GB',
  'democratic republic of the congo': 'CD',
  'congo, democratic republic of the': 'CD',
  'republic of the congo': 'CG',
  'congo, republic of the': 'CG',
  'venezuela (bolivarian republic of)': 'VE',
  'bolivia (plurinational state of)': 'BO',
  'united republic of tanzania': 'TZ',
  'libyan arab jamahiriya': 'LY',
  "lao people's democratic republic": 'LA',
  'republic of moldova': 'MD',
  turkey: 'TR',
  türkiye: 'TR',
  burma: 'MM',
  "cote d'ivoire": 'CI',
  'ivory coast': 'CI',
  "côte d'ivoire": 'CI',
  'state of palestine': 'PS',
  palestinian: 'PS',
  'west bank': 'PS',
  gaza: 'PS',
  'czech republic': 'CZ',
  macedonia: 'MK',
  'gambia, the': 'GM',
  'bahamas, the': 'BS',
  swaziland: 'SZ',
  'cape verde': 'CV',
  'hong kong': 'HK',
  macau: 'MO',
  taiwan: 'TW',
  "people's republic of china": 'CN',
  kosovo: 'XK',
  holland: 'NL',
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const plain = (text: string) =>
  text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();

function codesByName(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const byName = new Map(Object.entries(otherNames).map(([name, code]) => [plain(name), code]));
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = names.of(code);
      if (name === undefined) continue;
      if (!byName.has(plain(name))) byName.set(plain(name), code);
      if (!byName.has(plain(code))) byName.set(plain(code), code);
    }
  }
  return byName;
}

const codes = codesByName();

/** The ISO 3166-1 code of a country by its name or code, in any case; undefined where it is not known. */
export function countryCode(text: string): string | undefined {
  const name = plain(text);
  return codes.get(name) ?? codes.get(name.replace(/^the /, ''));
}
