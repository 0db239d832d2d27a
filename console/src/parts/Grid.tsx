import { Text } from '@mantine/core';
import type { Key, ReactNode } from 'react';
import { partTexts } from '../texts/parts';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
}

export interface GridProps<Row> {
  /** The name of the table for a screen reader. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => Key;
  /** The text in place of a table without rows. */
  readonly empty?: string;
}

/**
 * A plain table of one page of rows; it scrolls sideways by itself, never the page. On a narrow screen each row is a block.
 * The roles are written out, because some browsers drop those of a table that is laid out otherwise.
 */
export function Grid<Row>({ label, rows, columns, keyOf, empty = partTexts.none }: GridProps<Row>) {
  if (rows.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {empty}
      </Text>
    );
  return (
    <div className="grid-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid stacked" aria-label={label} role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ header, number }) => (
              <th key={header} scope="col" role="columnheader" className={number ? 'number' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ header, cell, number }) => (
                <td key={header} role="cell" data-header={header} className={number ? 'number' : undefined}>
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
