import type { Pages } from '../graph/usePages';
import { partTexts } from '../texts/parts';
import { Grid, type GridProps } from './Grid';
import { PagedRows } from './PagedRows';

/** A table of a connection's rows with its pager. */
export function PagedGrid<Row>({
  pages,
  empty = partTexts.none,
  ...grid
}: Omit<GridProps<Row>, 'rows'> & { readonly pages: Pages<Row> }) {
  return (
    <PagedRows pages={pages} empty={empty}>
      {(rows) => <Grid rows={rows} {...grid} />}
    </PagedRows>
  );
}
