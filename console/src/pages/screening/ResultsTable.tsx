import { List, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { ActorLink } from '../../parts/Links';
import { screeningTexts } from '../../texts/more';
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
      <table className="grid wide" aria-label={screeningTexts.results} aria-rowcount={rows.length + 1}>
        <thead style={{ position: 'sticky', top: 0, background: 'var(--cordon-surface)', zIndex: 1 }}>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {items.map(({ key, index }) => {
            const row = rows[index];
            return row ? (
              <tr key={key} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
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
  <tr aria-hidden>
    <td colSpan={headers.length} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

function Cells({ row }: { readonly row: ResultRow }) {
  const { subject, match, problem } = row;
  return (
    <>
      <td>
        {subject.name}
        <Text size="xs" c="dimmed">
          {[subject.ownId, subject.birthDate, subject.nationality].filter(Boolean).join(' · ')}
        </Text>
      </td>
      {match ? (
        <>
          <td>
            <ActorLink id={match.actor.id} name={match.matchedName} />
            <Text size="xs" c="dimmed">
              {match.actor.id}
              {match.actor.name === match.matchedName ? '' : ` · ${match.actor.name}`}
            </Text>
          </td>
          <td className="number">{(match.score * 100).toFixed(0)} %</td>
          <td>{match.list}</td>
          <td>
            <List size="xs">
              {reasonsOf(match).map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          </td>
        </>
      ) : (
        <td colSpan={4}>
          {problem === undefined
            ? screeningTexts.noMatch
            : [screeningTexts.problem, problem].filter(Boolean).join(': ')}
        </td>
      )}
    </>
  );
}
