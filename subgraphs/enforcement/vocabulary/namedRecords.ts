import type { Json } from '@cordon/ledger';

/** The types of the schema whose records events name. */
type RecordType = 'Account' | 'LegalProcess' | 'Measure' | 'Proposal' | 'Claim';

/** By the name of a field of an event's facts that holds an id, or a list of ids: the type of what it names. */
const namedBy: Readonly<Record<string, RecordType>> = {
  accountId: 'Account',
  accountIds: 'Account',
  toAccountId: 'Account',
  scope: 'Account',
  processIds: 'LegalProcess',
  endProcessIds: 'LegalProcess',
  measureId: 'Measure',
  proposalId: 'Proposal',
  claimIds: 'Claim',
};

/** By the name of a field that holds facts with an `id`, or a list of them: the type of what these are. */
const heldBy: Readonly<Record<string, RecordType>> = {
  accounts: 'Account',
  processes: 'LegalProcess',
  measures: 'Measure',
  proposal: 'Proposal',
};

/** Returns the records that the payload of an event names, or the draft of one, each once, as `Type:id`. */
export function namedRecords(payload: Json): string[] {
  const named = new Set<string>();
  const walk = (value: Json | undefined, field: string): void => {
    if (typeof value === 'string' && Object.hasOwn(namedBy, field)) named.add(`${namedBy[field]}:${value}`);
    if (typeof value !== 'object' || value === null) return;
    if (isList(value)) {
      for (const one of value) walk(one, field);
      return;
    }
    const { id, view } = value;
    if (typeof id === 'string' && Object.hasOwn(heldBy, field)) named.add(`${heldBy[field]}:${id}`);
    if (typeof id === 'string' && typeof view === 'string' && Object.hasOwn(heldBy, view))
      named.add(`${heldBy[view]}:${id}`);
    for (const name of Object.keys(value)) walk(value[name], name);
  };
  walk(payload, '');
  return [...named];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
