/** The code of a law: `US`, `UK`, `EU`, `CH`, `UN`, or ISO 3166-1 alpha-2 of another country. */
export type LawCode = string;

export interface Law {
  readonly code: LawCode;
  /** The IANA time zone in which its days are counted. */
  readonly timeZone: string;
  /** The names of its authorities, for processes that were recorded without their law. */
  readonly authority: RegExp;
}

/** The sanctions laws that Cordon knows by name. The first whose authority fits counts. */
export const laws: readonly Law[] = [
  {
    code: 'US',
    timeZone: 'America/New_York',
    authority:
      /\bOFAC\b|Office of Foreign Assets Control|\bU\.?S\.? (Department of the )?Treasury|Department of the Treasury/i,
  },
  {
    code: 'UK',
    timeZone: 'Europe/London',
    authority: /\bOFSI\b|Office of Financial Sanctions Implementation|\bHM Treasury|\bHMT\b|United Kingdom/i,
  },
  {
    code: 'EU',
    timeZone: 'Europe/Brussels',
    authority: /\bEU\b|European (Union|Council|Commission)|Council of the European/i,
  },
  {
    code: 'CH',
    timeZone: 'Europe/Zurich',
    authority: /\bSECO\b|State Secretariat for Economic Affairs|\bSwiss\b|Switzerland/i,
  },
  { code: 'UN', timeZone: 'America/New_York', authority: /\bUN(SC)?\b|United Nations|Security Council/i },
];

/** The member states of the European Union: EU law binds a venue in each. */
export const memberStates: readonly string[] = [
  ...[
    'AT',
    'BE',
    'BG',
    'CY',
    'CZ',
    'DE',
    'DK',
    'EE',
    'ES',
    'FI',
    'FR',
    'GR',
    'HR',
    'HU',
    'IE',
    'IT',
    'LT',
    'LU',
  ],
  ...['LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
];
