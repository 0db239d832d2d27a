import { List, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { ActorLink } from '../../parts/Links';
import { screeningTexts } from '../../texts/screening';
import { reasonsOf, type ResultRow } from './resultRows';

const headers = [
  screeningTexts.subject,
  screeningTexts.match,
  screeningTexts.score,
  screeningTexts.list,
  screeningTexts.why,
];

/** Only the rows in sight are in the page, so that 10,000 of them scroll. */
export function ResultsTable({ rows }: { readonly rows: readonly ResultRow[] }) {
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 44,
    overscan: 12,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroll}
      tabIndex={0}
      role="region"
      aria-label={screeningTexts.results}
      style={{ maxHeight: '60vh', minHeight: 200, overflow: 'auto' }}
    >
      <table
        className="grid stacked"
        role="table"
        aria-label={screeningTexts.results}
        aria-rowcount={rows.length + 1}
      >
        <thead className="grid-head" role="rowgroup">
          <tr role="row">
            {headers.map((header) => (
              <th key={header} scope="col" role="columnheader">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {before > 0 ? <Spacer height={before} /> : null}
          {items.map(({ key, index }) => {
            const row = rows[index];
            return row ? (
              <tr
                key={key}
                role="row"
                data-index={index}
                ref={virtual.measureElement}
                aria-rowindex={index + 2}
              >
                <Cells row={row} />
              </tr>
            ) : null;
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
    </div>
  );
}

const Spacer = ({ height }: { readonly height: number }) => (
  <tr aria-hidden style={{ padding: 0, border: 0 }}>
    <td colSpan={headers.length} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

function Cells({ row }: { readonly row: ResultRow }) {
  const { subject, match, problem } = row;
  return (
    <>
      <Cell header={screeningTexts.subject}>
        {subject.name}
        <Text size="xs" c="dimmed">
          {[subject.ownId, subject.birthDate, subject.nationality].filter(Boolean).join(' · ')}
        </Text>
      </Cell>
      {match ? (
        <>
          <Cell header={screeningTexts.match}>
            <ActorLink id={match.actor.id} name={match.matchedName} />
            <Text size="xs" c="dimmed">
              {match.actor.id}
              {match.actor.name === match.matchedName ? '' : ` · ${match.actor.name}`}
            </Text>
          </Cell>
          <Cell header={screeningTexts.score} number>
            {(match.score * 100).toFixed(0)} %
          </Cell>
          <Cell header={screeningTexts.list}>{match.list}</Cell>
          <Cell header={screeningTexts.why}>
            <List size="xs">
              {reasonsOf(match).map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          </Cell>
        </>
      ) : (
        <Cell header={screeningTexts.match} span={headers.length - 1}>
          {problem === undefined
            ? screeningTexts.noMatch
            : [screeningTexts.problem, problem].filter(Boolean).join(': ')}
        </Cell>
      )}
    </>
  );
}

interface CellProps {
  readonly header: string;
  readonly number?: boolean;
  readonly span?: number;
  readonly children: ReactNode;
}

const Cell = ({ header, number = false, span = 1, children }: CellProps) => (
  <td role="cell" data-header={header} colSpan={span} className={number ? 'number' : undefined}>
    <div>{children}</div>
  </td>
);
