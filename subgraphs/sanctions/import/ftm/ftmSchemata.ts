import type { ListEntry } from '../../list/listEntry';
import type { RelationshipKind } from '../../vocabulary/relationshipKinds';

/** The schemata that are parties, with the kind of actor that they are. */
export const parties: Readonly<Record<string, ListEntry['kind']>> = {
  Person: 'PERSON',
  LegalEntity: 'ORGANISATION',
  Organization: 'ORGANISATION',
  Company: 'ORGANISATION',
  PublicBody: 'ORGANISATION',
  Vessel: 'VESSEL',
  Airplane: 'AIRCRAFT',
};

/** A schema that says how one entity stands to another: from the first property's entity to the second's. */
export interface FtmRelation {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationshipKind;
}

export const relations: Readonly<Record<string, FtmRelation>> = {
  Ownership: { from: 'asset', to: 'owner', kind: 'OWNED_OR_CONTROLLED_BY' },
  Directorship: { from: 'director', to: 'organization', kind: 'LEADER_OF' },
  Membership: { from: 'member', to: 'organization', kind: 'AFFILIATED_WITH' },
  Employment: { from: 'employee', to: 'employer', kind: 'AFFILIATED_WITH' },
  Associate: { from: 'person', to: 'associate', kind: 'AFFILIATED_WITH' },
  Family: { from: 'person', to: 'relative', kind: 'FAMILY_OF' },
  Representation: { from: 'agent', to: 'client', kind: 'ACTING_FOR' },
  Succession: { from: 'successor', to: 'predecessor', kind: 'LINKED_TO' },
  ProjectParticipant: { from: 'participant', to: 'project', kind: 'AFFILIATED_WITH' },
  Debt: { from: 'debtor', to: 'creditor', kind: 'LINKED_TO' },
  Payment: { from: 'payer', to: 'beneficiary', kind: 'LINKED_TO' },
  UnknownLink: { from: 'subject', to: 'object', kind: 'LINKED_TO' },
};

/** Properties of a party or thing that name another, with how it stands to that one. */
export const referringProperties: Readonly<Record<string, RelationshipKind>> = {
  parent: 'OWNED_OR_CONTROLLED_BY',
  owner: 'OWNED_OR_CONTROLLED_BY',
  issuer: 'LINKED_TO',
  operator: 'LINKED_TO',
  subsidiaryOf: 'OWNED_OR_CONTROLLED_BY',
};

/** Schemata that say something of others, with the property that names them. */
export const attached: Readonly<Record<string, string>> = {
  Sanction: 'entity',
  Identification: 'holder',
  Passport: 'holder',
  CryptoWallet: 'holder',
};

/** Schemata that others refer to, and that say nothing of a party by themselves. */
const referred: ReadonlySet<string> = new Set(['Address', 'Security', 'Position', 'Occupancy']);

/**
 * Tells if an entity that designates nobody is of a kind that is read. A designated one is kept in any case.
 */
export const isKnownSchema = (schema: string): boolean =>
  schema in parties || schema in relations || schema in attached || referred.has(schema);
