import type { Identity } from '../../shared/identity/identity';
import { refuse } from '../request/requestError';
import type { View } from '../graph/documentStore';
import type { Question } from './parseRequest';
import { removeForbidden } from './removeForbidden';

/**
 * Takes out of an operation what the caller's scopes do not allow, before it is planned. Throws FORBIDDEN where a root
 * field is among it that is a list or cannot be null.
 */
export function authorize(question: Question, caller: Identity): View {
  const view = viewOf(question, caller);
  if (view.refused !== undefined) throw refuse('FORBIDDEN', `You may not ask for ${view.refused}.`);
  return view;
}

function viewOf({ graph, stored, operation, fragments, coerced }: Question, caller: Identity): View {
  const scopes = new Set(caller.scopes.filter((scope) => graph.scopesThatMatter.has(scope)));
  const decided = stored.decidedBy.map((name) => coerced[name] ?? null);
  const key = JSON.stringify([operation.name?.value ?? null, [...scopes].sort(), decided]);
  const known = graph.documents.view(stored, key);
  if (known) return known;
  const view = removeForbidden({ graph, operation, fragments, scopes, variables: coerced });
  graph.documents.addView(stored, key, view);
  return view;
}
