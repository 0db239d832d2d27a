import { List } from '@mantine/core';
import { TransactionLink } from '../../parts/Links';
import { RouteLink } from '../../parts/RouteLink';
import { alertTexts } from '../../texts/alerts';
import { type Cause, causesOf } from './alertCauses';
import type { Change } from './changeText';

const { cause: texts } = alertTexts;

/** The records that the changes of an alert rest on, each once, linked where there is a page of it. */
export function Causes({ of }: { readonly of: readonly Change[] }) {
  const { shown, moreTransactions } = causesOf(of);
  return (
    <List size="sm">
      {shown.map((cause) => (
        <List.Item key={`${cause.kind} ${cause.id}`} style={{ overflowWrap: 'anywhere' }}>
          <CauseText of={cause} />
        </List.Item>
      ))}
      {moreTransactions > 0 ? <List.Item>{texts.moreTransactions(moreTransactions)}</List.Item> : null}
    </List>
  );
}

function CauseText({ of: { kind, id } }: { readonly of: Cause }) {
  switch (kind) {
    case 'STATEMENT':
      return texts.statement(id);
    case 'DESIGNATION':
      return texts.designation(id);
    case 'VERSION':
      return (
        <RouteLink to="/lists" inherit>
          {texts.version(id)}
        </RouteLink>
      );
    case 'DEPOSIT':
      return texts.deposit(id);
    case 'TRANSACTION':
      return <TransactionLink id={id} />;
    case 'TRACE':
      return texts.trace(id);
  }
}
