import type { CustomerFacts } from '../customer/customer.record';
import { canonicalJson, digestOf } from '../list/content.rules';
import type { ListEntry } from '../list/listEntry';
import type { Ground } from './decision.record';

/** The facts of an entry that tell who is meant: by these a person decides. Programmes, wallets and remarks are others. */
const entryFields = [
  'kind',
  'name',
  'aliases',
  'births',
  'birthPlaces',
  'nationalities',
  'genders',
  'identifiers',
  'addresses',
] as const satisfies readonly (keyof ListEntry)[];

const customerFields = [
  'kind',
  'name',
  'aliases',
  'birthDate',
  'nationality',
  'identifiers',
] as const satisfies readonly (keyof CustomerFacts)[];

/** The order of values is no content. */
const plain = (value: unknown): string =>
  Array.isArray(value) ? value.map(canonicalJson).sort().join('\n') : canonicalJson(value ?? null);

/** Returns what a decision on a customer and an entry rests on, field by field. */
export function groundsOf(customer: CustomerFacts, entry: ListEntry): Ground[] {
  return [
    ...customerFields.map((field) => ({
      field: `customer.${field}`,
      digest: digestOf(field, plain(customer[field])),
    })),
    ...entryFields.map((field) => ({
      field: `entry.${field}`,
      digest: digestOf(field, plain(entry[field])),
    })),
  ];
}

/** Returns the fields that are other than they were. */
export function changedGrounds(were: readonly Ground[], are: readonly Ground[]): string[] {
  const before = new Map(were.map(({ field, digest }) => [field, digest]));
  return are.filter(({ field, digest }) => before.get(field) !== digest).map(({ field }) => field);
}
