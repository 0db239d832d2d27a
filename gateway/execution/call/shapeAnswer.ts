import type { Logger } from '../../../shared/logger/logger';
import type { SubgraphRequest } from '../../../shared/subgraph/runSubgraph';
import { DownstreamError } from '../../link/downstreamError';
import type { AnswerSelection } from './answerSelection';
import { type SubgraphAnswer, unansweredCall } from './callSubgraph';
import { markAllUnavailable, placeErrors } from './placeErrors';
import { type Data, UnavailableValue } from './unavailableValue';

/** The form of the answer to a call, or to a part of one. */
export interface AnswerForm {
  /** The number of entities, or undefined for a call of root fields. */
  readonly entities: number | undefined;
  /** The selection at the root, or of each entity. */
  readonly asked: AnswerSelection;
}

/**
 * Gives an answer the form of its call. An unavailable value is marked in its place, so that it can neither
 * be read as null nor be passed to another subgraph as a fact.
 */
export function shapeAnswer(
  subgraph: string,
  request: SubgraphRequest,
  answer: SubgraphAnswer | UnavailableValue,
  form: AnswerForm,
  logger: Logger,
): Data {
  if (answer instanceof UnavailableValue) return nothing(form, answer);
  const { data, errors } = answer;
  const whole = hasForm(data, form);
  const [first] = errors;
  if (!first && whole) return data;
  if (!first) {
    const error = new DownstreamError(subgraph, 'the answer does not have the form that was asked for', {
      sent: true,
    });
    logger.warn({ err: error, subgraph }, 'subgraph unavailable');
    return nothing(form, unansweredCall(subgraph, request, error));
  }
  const placed = whole ? data : empty(form);
  placeErrors(placed, errors, form.asked);
  // A null at a non-null field took its neighbours along: they are lost for the same reason.
  if (!whole) markAllUnavailable(placed, first.reason.at([]), form.asked);
  return placed;
}

/**
 * True where an answer has all that was asked for: the data of `shapeAnswer` then holds no unavailable value.
 */
export function lostNothing(answer: SubgraphAnswer | UnavailableValue, form: AnswerForm): boolean {
  return !(answer instanceof UnavailableValue) && answer.errors.length === 0 && hasForm(answer.data, form);
}

/** Tells if the answer has data and, for an entity call, an entry for each entity. */
export function hasForm(data: SubgraphAnswer['data'], { entities }: AnswerForm): data is Data {
  if (typeof data !== 'object' || data === null) return false;
  if (entities === undefined) return true;
  const answered = data['_entities'];
  return Array.isArray(answered) && answered.length === entities;
}

function nothing(form: AnswerForm, reason: UnavailableValue): Data {
  const data = empty(form);
  markAllUnavailable(data, reason, form.asked);
  return data;
}

const empty = ({ entities }: AnswerForm): Data =>
  entities === undefined ? {} : { _entities: new Array<null>(entities).fill(null) };
