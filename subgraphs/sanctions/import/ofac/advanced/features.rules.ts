import type { ListAddress, ListEntry } from '../../../list/listEntry';
import { listWallet } from '../../../list/listWallet';
import { childOf, childrenOf, type XmlElement } from '../../xml/streamXml';
import { birthOf } from './dates.rules';
import type { ReferenceValues } from './referenceValues';

/** The parts of an entry that features fill. */
type Particulars = Pick<
  ListEntry,
  | 'title'
  | 'births'
  | 'birthPlaces'
  | 'nationalities'
  | 'genders'
  | 'identifiers'
  | 'addresses'
  | 'wallets'
  | 'remarks'
>;

type Growing = {
  -readonly [Key in keyof Particulars]: Particulars[Key] extends readonly (infer Item)[]
    ? Item[]
    : Particulars[Key];
};

interface Feature {
  readonly type: string;
  readonly texts: readonly string[];
  readonly places: readonly ListAddress[];
  readonly periods: readonly XmlElement[];
}

/**
 * Reads the features of a profile. A feature without a field becomes an identifier under its published name.
 */
export function particularsOf(
  profile: XmlElement,
  list: string,
  values: ReferenceValues,
  locations: ReadonlyMap<string, ListAddress>,
): Particulars {
  const into: Growing = {
    title: null,
    births: [],
    birthPlaces: [],
    nationalities: [],
    genders: [],
    identifiers: [],
    addresses: [],
    wallets: [],
    remarks: [],
  };
  for (const element of childrenOf(profile, 'Feature'))
    for (const version of childrenOf(element, 'FeatureVersion'))
      addFeature(featureOf(element, version, values, locations), into, list);
  return into;
}

function featureOf(
  { attributes }: XmlElement,
  version: XmlElement,
  values: ReferenceValues,
  locations: ReadonlyMap<string, ListAddress>,
): Feature {
  const { FeatureTypeID: type } = attributes;
  return {
    type: values.of('FeatureType', type) ?? `Feature of type ${type}`,
    texts: childrenOf(version, 'VersionDetail').flatMap(
      (detail) => detail.text || (values.of('DetailReference', detail.attributes['DetailReferenceID']) ?? []),
    ),
    places: childrenOf(version, 'VersionLocation').flatMap(
      (place) => locations.get(place.attributes['LocationID'] ?? '') ?? [],
    ),
    periods: childrenOf(version, 'DatePeriod').filter((period) => childOf(period, 'Start')),
  };
}

function addFeature({ type, texts, places, periods }: Feature, into: Growing, list: string): void {
  const values = [...texts, ...places.map(({ text }) => text)];
  const currency = /^Digital Currency Address - (\S+)$/.exec(type)?.[1];
  if (currency !== undefined) into.wallets.push(...texts.map((text) => listWallet(list, currency, text)));
  else if (type === 'Birthdate') into.births.push(...periods.flatMap((period) => birthOf(period) ?? []));
  else if (type === 'Place of Birth') into.birthPlaces.push(...values);
  else if (/^(Nationality|Citizenship) Country$/.test(type)) into.nationalities.push(...values);
  else if (type === 'Gender') into.genders.push(...texts);
  else if (type === 'Title') into.title = [into.title, ...texts].filter((text) => text !== null).join('; ');
  else if (type === 'Location') into.addresses.push(...places.filter(({ text }) => text !== ''));
  else if (/sanctions? (risk|information)|prohibited/i.test(type))
    into.remarks.push([type.replace(/[:\s-]+$/, ''), ...values].join(': '));
  else {
    const days = periods.flatMap((period) => birthOf(period)?.text ?? []);
    for (const value of [...values, ...days])
      into.identifiers.push({ kind: type.replace(/:$/, ''), value, country: null, text: `${type} ${value}` });
  }
}
