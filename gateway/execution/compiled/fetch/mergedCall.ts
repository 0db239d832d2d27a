import type { EntityCall } from './subgraphCall';

/** Several calls for entities of one subgraph as one call, with an alias for each. */
export interface MergedCall {
  readonly query: string;
  /** The client's variables that it names. */
  readonly variables: readonly string[];
  /** The variable that holds the representations of each part. */
  readonly representations: readonly string[];
  /** The name of each part in the answer. */
  readonly aliases: readonly string[];
}

interface KnownMerge {
  readonly calls: readonly EntityCall[];
  readonly merged: MergedCall;
}

/** Which calls meet in a wave depends on which answers come first: of a call, so many groups are kept. */
const maxKnown = 16;

const known = new WeakMap<EntityCall, KnownMerge[]>();

/** Merges calls. The same calls give the same object, as long as few others begin with the same one. */
export function mergeCalls(calls: readonly [EntityCall, ...EntityCall[]]): MergedCall {
  const [first] = calls;
  const groups = known.get(first) ?? [];
  known.set(first, groups);
  const found = groups.find((group) => areSame(group.calls, calls));
  if (found) return found.merged;
  const merged = merge(calls);
  groups.unshift({ calls, merged });
  groups.length = Math.min(groups.length, maxKnown);
  return merged;
}

const areSame = (some: readonly EntityCall[], others: readonly EntityCall[]): boolean =>
  some.length === others.length && some.every((call, i) => call === others[i]);

function merge(calls: readonly [EntityCall, ...EntityCall[]]): MergedCall {
  const names = [...new Set(calls.flatMap(({ variables }) => variables))];
  const prefix = freeName(names);
  const definitions = new Set(calls.flatMap((call) => call.definitions));
  const representations = calls.map((_call, index) => `${prefix}${index}`);
  const aliases = calls.map((_call, index) => `_${index}`);
  const own = representations.map((name) => `$${name}:[_Any!]!`);
  const parts = calls.map(
    ({ entitySelection }, index) =>
      `${aliases[index]}:_entities(representations:$${representations[index]})${entitySelection}`,
  );
  const [{ operationName = '' }] = calls;
  const query = `query ${operationName}(${[...own, ...definitions].join(' ')}){${parts.join(' ')}}`;
  return { query, variables: names, representations, aliases };
}

/** A client may call a variable as it likes. */
function freeName(names: readonly string[]): string {
  let prefix = 'representations';
  while (names.some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}
