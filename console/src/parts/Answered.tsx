import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Answer, errorsAt, type GraphError } from '../graph/answer';
import { partTexts } from '../texts/parts';
import { Fault, graphErrorOf } from './Fault';

const notAnswered: GraphError = { message: partTexts.notAnswered };

export interface AnsweredProps<Data, Value> {
  readonly query: UseQueryResult<Answer<Data>>;
  /** The place of the value in the answer: its errors explain a gap. */
  readonly at: readonly (string | number)[];
  readonly pick: (data: Data) => Value | null | undefined;
  /** Shown where there is no such thing, and no error. Default: a fault, as a value without a reason is a gap. */
  readonly absent?: ReactNode;
  readonly children: (value: Value) => ReactNode;
}

/**
 * Loading, fault, gap, absence and value: five different looks. A value with gaps below it is shown with the
 * missing parts.
 */
export function Answered<Data, Value>({ query, at, pick, absent, children }: AnsweredProps<Data, Value>) {
  if (query.isPending) return <Loading />;
  if (query.isError) return <Fault errors={[graphErrorOf(query.error)]} retry={query.refetch} />;
  const { data, errors } = query.data;
  const value = pick(data);
  const gaps = errorsAt(errors, at);
  if (value === null || value === undefined) {
    if (gaps.length === 0 && absent !== undefined) return absent;
    return <Fault errors={gaps.length > 0 ? gaps : [notAnswered]} retry={query.refetch} />;
  }
  return (
    <Stack gap="sm">
      {gaps.length > 0 ? <Fault errors={gaps} partial retry={query.refetch} /> : null}
      {children(value)}
    </Stack>
  );
}

export function Loading() {
  return (
    <Stack gap="xs" role="status" aria-label={partTexts.loading}>
      <Skeleton height={14} width="70%" />
      <Skeleton height={14} width="90%" />
      <Skeleton height={14} width="50%" />
    </Stack>
  );
}
