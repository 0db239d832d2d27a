import type { Logger } from '../../shared/logger/logger';
import { digest } from '../graph/graph';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { LearntOperations } from '../operations/learntOperations';
import { ReportedOperations } from '../operations/reportedOperations';
import type { ListedPartner } from '../partners/partnerList';
import { requestError } from '../request/requestError';
import type { Admission } from '../partners/admission';
import type { RequestParameters } from './receiveParameters';

/** The parameters of a request with the text of its document. */
export interface ResolvedParameters extends RequestParameters {
  readonly query: string;
}

/**
 * Finds the text of a request: a partner's stored operation by its id or its text, or the text itself. For
 * the operator's own people it may be a text that was sent before (automatic persisted queries). Throws
 * PERSISTED_QUERY_NOT_IN_LIST, QUERY_NOT_IN_SAFELIST, PERSISTED_QUERY_NOT_FOUND,
 * PERSISTED_QUERY_NOT_SUPPORTED or BAD_REQUEST.
 */
export type ResolveOperation = (parameters: RequestParameters, admission: Admission) => ResolvedParameters;

/** Returns the step, with the recent texts of the operator's own people. */
export function operationResolver(logger: Logger, metrics: GatewayMetrics): ResolveOperation {
  const learnt = new LearntOperations();
  const reported = new ReportedOperations(logger, metrics);
  return (parameters, { caller, partner }) => {
    const { query, extensions } = parameters;
    const id = extensions?.persistedQuery?.sha256Hash;
    if (query === undefined && id === undefined)
      throw requestError(
        'BAD_REQUEST',
        'This is not a GraphQL request: query is needed: the text of a GraphQL operation.',
      );
    if (partner?.stored) return { ...parameters, query: ofList(query, id, partner, reported) };
    if (id === undefined || caller.venue !== null) return { ...parameters, query: ofText(query) };
    return { ...parameters, query: query === undefined ? ofLearnt(id, learnt) : learn(query, id, learnt) };
  };
}

/**
 * Returns the operation that a partner with a list asks for. Where both are sent, the text decides, not the
 * id.
 */
function ofList(
  query: string | undefined,
  id: string | undefined,
  { client, mode, stored }: ListedPartner,
  reported: ReportedOperations,
): string {
  if (query === undefined) {
    const operation = id === undefined ? undefined : stored?.byId(id);
    if (operation) return operation.text;
    throw requestError(
      'PERSISTED_QUERY_NOT_IN_LIST',
      `No operation of the list of ${client} has the id that was sent.`,
    );
  }
  const operation = stored?.byText(query);
  if (operation) return operation.text;
  if (mode === 'required')
    throw requestError(
      'QUERY_NOT_IN_SAFELIST',
      `The text of the operation is not in the list of ${client}: only its stored operations are executed.`,
    );
  if (mode === 'preferred') reported.report(client, query);
  return query;
}

function ofText(query: string | undefined): string {
  if (query !== undefined) return query;
  throw requestError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
}

function ofLearnt(id: string, learnt: LearntOperations): string {
  const text = learnt.get(id);
  if (text !== undefined) return text;
  throw requestError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
}

function learn(query: string, id: string, learnt: LearntOperations): string {
  if (digest(query) !== id)
    throw requestError(
      'BAD_REQUEST',
      'extensions.persistedQuery.sha256Hash is not the SHA-256 of query, in hex.',
    );
  learnt.set(id, query);
  return query;
}
