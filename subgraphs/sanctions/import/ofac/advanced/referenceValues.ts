import type { XmlElement } from '../../xml/streamXml';

/** The words behind the numbers of the advanced XML: `RelationType 15003` is "Owned or Controlled By". */
export interface ReferenceValues {
  note(element: XmlElement): void;
  /** The words, or null where the document does not give them. */
  of(kind: string, id: string | undefined): string | null;
}

/** The reference values that OFAC has never renumbered, for documents that omit them. */
const fallback: Readonly<Record<string, string>> = {
  'AliasType 1400': 'A.K.A.',
  'AliasType 1401': 'F.K.A.',
  'AliasType 1402': 'N.K.A.',
  'AliasType 1403': 'Name',
  'NamePartType 1520': 'Last Name',
  'PartySubType 1': 'Vessel',
  'PartySubType 2': 'Aircraft',
  'PartySubType 3': 'Entity',
  'PartySubType 4': 'Individual',
  'RelationType 1555': 'Associate Of',
  'RelationType 15001': 'Providing support to',
  'RelationType 15002': 'Acting for or on behalf of',
  'RelationType 15003': 'Owned or Controlled By',
  'RelationType 15004': 'Family member of',
  'RelationType 91422': 'Playing a significant role in',
  'RelationType 91725': 'Leader or official of',
  'RelationType 91900': 'Principal Executive Officer',
  'RelationType 92019': 'Owns, controls, or operates',
  'RelationType 92122': 'Property in the interest of',
};

export const referenceElements = [
  'AliasType',
  'Country',
  'DetailReference',
  'FeatureType',
  'IDRegDocType',
  'LocPartType',
  'NamePartType',
  'PartySubType',
  'RelationType',
  'SanctionsType',
] as const;

const kindsOfParty: Readonly<Record<string, string>> = { '1': 'Individual', '2': 'Entity' };

export function referenceValues(): ReferenceValues {
  const words = new Map<string, string>(Object.entries(fallback));
  return {
    note({ name, attributes, text }) {
      // A party's subtype is called "Unknown" where the type says it all.
      const word = name === 'PartySubType' ? (kindsOfParty[attributes['PartyTypeID'] ?? ''] ?? text) : text;
      if (word !== '') words.set(`${name} ${attributes['ID']}`, word);
    },
    of: (kind, id) => words.get(`${kind} ${id}`) ?? null,
  };
}
