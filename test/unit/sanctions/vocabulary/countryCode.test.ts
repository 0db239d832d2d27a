import { countryCode } from '../../../../subgraphs/sanctions/vocabulary/countryCode';

it.each([
  ['kp', 'KP'],
  ['Korea, North', 'KP'],
  ["Democratic People's Republic of Korea", 'KP'],
  ['Iran (Islamic Republic of)', 'IR'],
  ['Russian Federation', 'RU'],
  ['United States', 'US'],
  ['Türkiye', 'TR'],
  ['The Netherlands', 'NL'],
  ['Bosnia and Herzegovina', 'BA'],
  ['Saint Kitts & Nevis', 'KN'],
  ['St. Lucia', 'LC'],
  ['Cote d Ivoire', 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['Man, Isle of', 'IM'],
  ['Virgin Islands, British', 'VG'],
  ['North Macedonia, The Republic of', 'MK'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['Republic of the Congo', 'CG'],
  ['China, Republic of', 'TW'],
  ['Micronesia, Federated States of', 'FM'],
  ['Myanmar (Burma)', 'MM'],
  ['U.S.A.', 'US'],
  // Of two countries, of none, and of a part of one.
  ['Congo', undefined],
  ['undetermined', undefined],
  ['S.A.', undefined],
  ['Region: Crimea', undefined],
  ['', undefined],
  ['Atlantis', undefined],
])('the country %s is %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
