import { Stack } from '@mantine/core';
import type { Pages } from '../graph/usePages';
import { Loading } from './Answered';
import { Fault, graphErrorOf } from './Fault';
import { Grid, type GridProps } from './Grid';
import { Pager } from './Pager';

/** A table of a connection's rows with its pager; a fault is shown in its place. It is empty only where no page is left. */
export function PagedGrid<Row>({
  pages,
  ...grid
}: Omit<GridProps<Row>, 'rows'> & { readonly pages: Pages<Row> }) {
  if (pages.pending) return <Loading />;
  const gaps = [...pages.errors, ...(pages.fault ? [graphErrorOf(pages.fault)] : [])];
  const empty = pages.rows.length === 0;
  if (empty && gaps.length > 0) return <Fault errors={gaps} retry={pages.retry} />;
  return (
    <Stack gap="xs">
      {gaps.length > 0 ? <Fault errors={gaps} partial retry={pages.retry} /> : null}
      {empty && pages.hasNext ? null : <Grid rows={pages.rows} {...grid} />}
      {!empty || pages.hasNext ? (
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
