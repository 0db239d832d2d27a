import { Stack } from '@mantine/core';
import type { Pages } from '../graph/usePages';
import { Loading } from './Answered';
import { Fault, graphErrorOf } from './Fault';
import { Grid, type GridProps } from './Grid';
import { Pager } from './Pager';

/** A table of a connection's rows with its pager; a fault is shown in its place. */
export function PagedGrid<Row>({
  pages,
  ...grid
}: Omit<GridProps<Row>, 'rows'> & { readonly pages: Pages<Row> }) {
  if (pages.pending) return <Loading />;
  if (pages.fault && pages.rows.length === 0)
    return <Fault errors={[graphErrorOf(pages.fault)]} retry={pages.retry} />;
  const gaps = [...pages.errors, ...(pages.fault ? [graphErrorOf(pages.fault)] : [])];
  return (
    <Stack gap="xs">
      {gaps.length > 0 ? <Fault errors={gaps} partial retry={pages.retry} /> : null}
      <Grid rows={pages.rows} {...grid} />
      {pages.rows.length > 0 ? (
        <Pager
          shown={pages.rows.length}
          total={pages.total}
          hasNext={pages.hasNext}
          loading={pages.loadingNext}
          onNext={pages.next}
        />
      ) : null}
    </Stack>
  );
}
