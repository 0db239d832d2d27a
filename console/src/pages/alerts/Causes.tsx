import { List } from '@mantine/core';
import type { ReactNode } from 'react';
import { TransactionLink } from '../../parts/Links';
import { RouteLink } from '../../parts/RouteLink';
import { alertTexts } from '../../texts/more';
import type { Change } from './changeText';

/** A change may rest on many transfers: this many of them are listed. */
const maxTransfers = 5;

/** The records that the changes rest on, each once, linked where there is a page of it. */
export function Causes({ of }: { readonly of: readonly Change[] }) {
  const causes = new Map(of.flatMap(({ cause }) => causesOf(cause)));
  return (
    <List size="sm">
      {[...causes].map(([key, cause]) => (
        <List.Item key={key} style={{ overflowWrap: 'anywhere' }}>
          {cause}
        </List.Item>
      ))}
    </List>
  );
}

function causesOf(cause: Change['cause']): readonly (readonly [string, ReactNode])[] {
  const { statementIds, designationId, versions, depositId, transfers, trace } = cause;
  const { cause: texts } = alertTexts;
  const shown = transfers.slice(0, maxTransfers);
  const more = transfers.length - shown.length;
  return [
    ...statementIds.map((id) => [`statement ${id}`, texts.statement(id)] as const),
    ...(designationId ? [[`designation ${designationId}`, texts.designation(designationId)] as const] : []),
    ...versions.map(
      (version) =>
        [
          `version ${version}`,
          <RouteLink key={version} to="/lists" inherit>
            {texts.version(version)}
          </RouteLink>,
        ] as const,
    ),
    ...(depositId ? [[`deposit ${depositId}`, texts.deposit(depositId)] as const] : []),
    ...shown.map(({ txHash, from }) => {
      const id = `${from.chain}:${txHash}`;
      return [`transfer ${id}`, <TransactionLink key={id} id={id} />] as const;
    }),
    ...(more > 0 ? [[`more ${more} ${shown[0]?.txHash ?? ''}`, texts.moreTransfers(more)] as const] : []),
    ...(trace ? [[`trace ${trace.id}`, texts.trace(trace.id)] as const] : []),
  ];
}
