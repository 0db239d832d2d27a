import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Pages } from '../graph/usePages';
import { Loading } from './Answered';
import { Fault, graphErrorOf } from './Fault';
import { Pager } from './Pager';

export interface PagedRowsProps<Row> {
  readonly pages: Pages<Row>;
  /** The text where no row is there, and no page is left. */
  readonly empty: string;
  readonly gap?: 'xs' | 'lg';
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A connection's rows with its pager; a fault is shown in their place. It is empty only where no page is left. */
export function PagedRows<Row>({ pages, empty, gap = 'xs', children }: PagedRowsProps<Row>) {
  const { rows, hasNext } = pages;
  if (pages.pending) return <Loading />;
  const gaps = [...pages.errors, ...(pages.fault ? [graphErrorOf(pages.fault)] : [])];
  if (rows.length === 0 && gaps.length > 0) return <Fault errors={gaps} retry={pages.retry} />;
  if (rows.length === 0 && !hasNext)
    return (
      <Text c="dimmed" size="sm">
        {empty}
      </Text>
    );
  return (
    <Stack gap={gap}>
      {gaps.length > 0 ? <Fault errors={gaps} partial retry={pages.retry} /> : null}
      {rows.length > 0 ? children(rows) : null}
      <Pager
        shown={rows.length}
        total={pages.total}
        hasNext={hasNext}
        loading={pages.loadingNext}
        onNext={pages.next}
      />
    </Stack>
  );
}
