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

/** A plain table of one page of rows; it scrolls sideways by itself, never the page. */
export function Grid<Row>({ label, rows, columns, keyOf, empty = partTexts.none }: GridProps<Row>) {
  if (rows.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {empty}
      </Text>
    );
  return (
    <div className="grid-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="grid" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ header, number }) => (
              <th key={header} scope="col" className={number ? 'number' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ header, cell, number }) => (
                <td key={header} className={number ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
