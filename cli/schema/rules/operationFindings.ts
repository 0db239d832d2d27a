import { type GraphQLSchema, validate } from 'graphql';
import { type CostDirectives, readCostDirectives } from '../../../gateway/cost/costDirectives';
import { estimateCost } from '../../../gateway/cost/estimateCost';
import type { FindingDraft } from '../finding/finding';
import type { StoredOperation } from '../input/storedOperations';
import type { Client } from './clients';
import type { ComparedGraph } from './comparedGraph';
import { type Protection, protectionText, satisfies } from './protection';
import { usedCoordinates } from './usedCoordinates';

export interface OperationCheck {
  readonly base: ComparedGraph;
  readonly head: ComparedGraph;
  readonly clients: readonly Client[];
  readonly defaultListSize: number;
}

/** Every stored operation against the head: valid in its client's contract, allowed by its scopes, within its cost limit. */
export function operationFindings(check: OperationCheck): readonly FindingDraft[] {
  const { base, head, clients } = check;
  const cost = readCostDirectives(head.document);
  const protections = {
    before: base.protections,
    after: head.protections,
  };
  return clients.flatMap((client) => {
    if (client.operations.length === 0) return [];
    const schema = client.contract ? head.servedTo(client.contract) : head.apiSchema;
    // A contract without a query has a finding of its own.
    if (!schema) return [];
    return client.operations.flatMap((stored) => {
      const errors = validate(schema, stored.document);
      if (errors.length > 0) {
        const messages = errors.map(({ message }) => message).join(' ');
        return [finding(stored, { code: 'OPERATION_INVALID', message: `is no longer valid: ${messages}` })];
      }
      return [
        ...lackingScopes(stored, client, { schema, ...protections }),
        ...overCost(stored, client, { schema, cost, defaultListSize: check.defaultListSize }),
      ];
    });
  });
}

interface Protections {
  readonly schema: GraphQLSchema;
  readonly before: ReadonlyMap<string, Protection>;
  readonly after: ReadonlyMap<string, Protection>;
}

function lackingScopes(
  stored: StoredOperation,
  { scopes }: Client,
  { schema, before, after }: Protections,
): readonly FindingDraft[] {
  // A client without declared scopes is checked where a permission became stronger.
  if (!scopes) return [];
  const grants = new Set(scopes.map((scope) => `scope:${scope}`));
  const lacks = (protections: ReadonlyMap<string, Protection>, coordinate: string) =>
    !satisfies(grants, protections.get(coordinate) ?? []);
  return [...usedCoordinates(stored.document, schema)].flatMap((coordinate) => {
    if (!lacks(after, coordinate)) return [];
    const needs = protectionText(after.get(coordinate) ?? []);
    const message = `asks for ${coordinate}, which requires ${needs}; its client has ${scopes.join(', ') || 'no scopes'}`;
    const isOld = before.has(coordinate) && lacks(before, coordinate);
    return [
      {
        ...finding(stored, { code: 'OPERATION_LACKS_SCOPE', message }),
        level: isOld ? 'warning' : 'blocked',
      },
    ];
  });
}

function overCost(
  stored: StoredOperation,
  { maxCost }: Client,
  { schema, cost, defaultListSize }: { schema: GraphQLSchema; cost: CostDirectives; defaultListSize: number },
): readonly FindingDraft[] {
  if (maxCost === undefined) return [];
  const { operation, document } = stored;
  const estimate = estimateCost({
    schema,
    directives: cost,
    document,
    operation,
    variables: {},
    defaultListSize,
  });
  if (estimate <= maxCost) return [];
  const message = `is estimated to cost ${estimate}; its client's limit is ${maxCost} an operation`;
  return [finding(stored, { code: 'OPERATION_OVER_COST', message })];
}

const finding = (
  { client, name, location }: StoredOperation,
  { code, message }: { readonly code: string; readonly message: string },
): FindingDraft => ({
  kind: 'operation',
  level: 'blocked',
  code,
  coordinate: null,
  message: `the operation ${name} of ${client} ${message}`,
  location,
  clients: [client],
});
