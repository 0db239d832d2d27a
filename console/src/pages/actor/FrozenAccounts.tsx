import { Alert, List, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { FrozenAccountsOfDocument, type FrozenAccountsOfQuery } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Amount } from '../../parts/Amount';
import { Answered } from '../../parts/Answered';
import { Illustrative, StatusBadge } from '../../parts/Badges';
import { cutOf } from '../../parts/completeness';
import { CutNote } from '../../parts/CutNote';
import { type Column, Grid } from '../../parts/Grid';
import { AccountLink, ActorLink, WalletLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { Picture } from '../../picture/Picture';
import { actorTexts, traceTexts } from '../../texts/pages';
import { partTexts } from '../../texts/parts';
import { type TracedRow, tracePicture } from './tracePicture';

type Asked = NonNullable<FrozenAccountsOfQuery['actor']>;

/** The flagship question about an actor: as a picture, and as a table beside it. */
export function FrozenAccounts({ id }: { readonly id: string }) {
  const query = useAsk(FrozenAccountsOfDocument, { id });
  return (
    <Section title={actorTexts.linked} hint={actorTexts.linkedHint}>
      <Answered
        query={query}
        at={['actor', 'frozenAccounts']}
        pick={({ actor }) => (actor?.frozenAccounts ? actor : null)}
      >
        {(actor) => <Traced actor={actor} />}
      </Answered>
    </Section>
  );
}

function Traced({ actor }: { readonly actor: Asked }) {
  const found = actor.frozenAccounts;
  const rows = useMemo(() => found?.nodes ?? [], [found]);
  const graph = useMemo(() => tracePicture(actor, rows), [actor, rows]);
  if (!found) return null;
  const cut = cutOf([found.completeness]);
  const madeUp = rows.some(({ account, trace }) => account.illustrative || trace.illustrative);
  return (
    <Stack gap="md">
      <CutNote cut={cut} />
      {found.unregistered.length > 0 ? (
        <Alert color="orange" variant="light" role="note">
          {traceTexts.unregistered(found.unregistered.length)}
        </Alert>
      ) : null}
      {rows.length === 0 ? <Text>{cut ? traceTexts.noneCut : traceTexts.none}</Text> : null}
      {madeUp ? (
        <Text size="sm" c="dimmed">
          {traceTexts.illustrative}
        </Text>
      ) : null}
      {rows.length < found.totalCount ? (
        <Text size="sm">{traceTexts.more(rows.length, found.totalCount)}</Text>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Picture
            label={traceTexts.figure(actor.name)}
            graph={graph}
            fileName={`trace-${actor.id.replace(/\W+/g, '-')}`}
          />
          <Grid
            label={traceTexts.table}
            rows={rows}
            columns={columns}
            keyOf={({ account, actor: linked, trace }) => `${account.id} ${linked.id} ${trace.id}`}
          />
        </>
      ) : null}
    </Stack>
  );
}

const columns: readonly Column<TracedRow>[] = [
  {
    header: traceTexts.account,
    cell: ({ account, possible }) => (
      <>
        <AccountLink id={account.id} /> <Illustrative when={account.illustrative} />
        <Text size="xs" c="dimmed">
          {account.venue.name}
          {possible ? ` · ${traceTexts.possible}` : ''}
        </Text>
      </>
    ),
  },
  {
    header: traceTexts.status,
    cell: ({ account }) => (
      <>
        <StatusBadge status={account.status} />
        {account.frozenSince ? (
          <Text size="xs" c="dimmed">
            <When at={account.frozenSince} />
          </Text>
        ) : null}
      </>
    ),
  },
  {
    header: traceTexts.amount,
    number: true,
    cell: ({ trace }) => <Amount of={trace.amount} asset={trace.asset} />,
  },
  {
    header: traceTexts.actor,
    cell: ({ actor, link }) => (
      <>
        <ActorLink {...actor} />
        {link.path.map(({ id, kind, confidence }) => (
          <Text key={id} size="xs" c="dimmed">
            {wordsOf(kind)}, {partTexts.confidence(confidence)}
          </Text>
        ))}
      </>
    ),
  },
  {
    header: traceTexts.sources,
    cell: ({ link }) =>
      link.path.length ? <Sources of={link.path.flatMap(({ sources }) => sources)} /> : partTexts.none,
  },
  {
    header: traceTexts.hops,
    cell: ({ trace }) => (
      <List type="ordered" size="xs" listStyleType="decimal">
        {trace.hops.map((hop) => (
          <List.Item key={`${hop.txHash} ${hop.to.id}`}>
            <Amount of={hop.amount} asset={hop.asset} /> → <WalletLink id={hop.to.id} /> <When at={hop.at} />
          </List.Item>
        ))}
      </List>
    ),
  },
];
