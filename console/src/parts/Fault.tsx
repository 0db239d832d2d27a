import { Alert, Button, List } from '@mantine/core';
import { codeOf, type GraphError, requestIdsOf } from '../graph/answer';
import { AskError } from '../graph/ask';
import { partTexts } from '../texts/parts';
import { RequestIds } from './RequestIds';

const { fault: texts } = partTexts;

const isForbidden = (error: GraphError) => codeOf(error) === 'UNAUTHORIZED_FIELD_OR_TYPE';

export interface FaultProps {
  readonly errors: readonly GraphError[];
  /** True where part of it is shown all the same. */
  readonly partial?: boolean;
  readonly retry?: (() => unknown) | undefined;
}

/** Shows what could not be loaded, and that it is not "none". A role's limits look different from a fault. */
export function Fault({ errors, partial = false, retry }: FaultProps) {
  if (errors.length > 0 && errors.every(isForbidden))
    return <Alert color="gray" variant="light" title={texts.forbidden} role="note" />;
  const messages = [...new Set(errors.map((error) => `${error.message} (${codeOf(error)})`))];
  return (
    <Alert color="red" variant="light" title={partial ? texts.some : texts.title} role="alert">
      <List size="sm" mb="xs">
        {messages.slice(0, 5).map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
      {texts.notNone}{' '}
      {retry ? (
        <Button size="compact-sm" variant="default" ml="xs" onClick={() => void retry()}>
          {texts.retry}
        </Button>
      ) : null}
      <RequestIds ids={requestIdsOf(errors)} />
    </Alert>
  );
}

/** An error of a whole operation, as the graph would say it. */
export function graphErrorOf(error: Error): GraphError {
  const { code, requestId } = error instanceof AskError ? error : { code: 'UNKNOWN' };
  return { message: error.message, extensions: { code, ...(requestId ? { requestId } : {}) } };
}
