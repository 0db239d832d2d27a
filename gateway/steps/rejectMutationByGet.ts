import { OperationTypeNode } from 'graphql';
import { requestError } from '../request/requestError';
import type { ParsedRequest } from './parseRequest';

/** Throws METHOD_NOT_ALLOWED: clients that follow links or fetch ahead send GET, and must change nothing. */
export function rejectMutationByGet(method: string, { operation }: Pick<ParsedRequest, 'operation'>): void {
  if (method !== 'GET' || operation.operation === OperationTypeNode.QUERY) return;
  throw requestError('METHOD_NOT_ALLOWED', 'Only a query may be asked by GET: use POST.', { allow: 'POST' });
}
