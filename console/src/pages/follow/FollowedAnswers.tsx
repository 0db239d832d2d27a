import { Alert, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Amount } from '../../parts/Amount';
import { Loading } from '../../parts/Answered';
import { Illustrative } from '../../parts/Badges';
import { cutOf } from '../../parts/completeness';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { type Column, Grid } from '../../parts/Grid';
import { ActorLink, TransactionLink, WalletLink } from '../../parts/Links';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { partTexts } from '../../texts/parts';
import { followTexts as texts } from '../../texts/follow';
import { type Followed, type FollowedRow, type FollowStep, titleOf } from './followed';
import type { FollowedAnswer } from './useFollowed';

export interface FollowedAnswersProps {
  readonly of: readonly FollowedAnswer[];
  readonly onRemove: (step: FollowStep) => void;
}

/** The answers beside a picture, each as a table, with its cuts. */
export function FollowedAnswers({ of, onRemove }: FollowedAnswersProps) {
  return of.map(({ step, pending, error, followed, retry }) => (
    <Stack key={JSON.stringify(step)} gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {titleOf(step)}
        </Title>
        <Button size="compact-xs" variant="default" onClick={() => onRemove(step)}>
          {texts.remove}
        </Button>
      </Group>
      {pending ? <Loading /> : null}
      {error ? <Fault errors={[graphErrorOf(error)]} retry={retry} /> : null}
      {followed && followed.errors.length > 0 ? (
        <Fault errors={followed.errors} partial retry={retry} />
      ) : null}
      {followed ? <Answer followed={followed} /> : null}
    </Stack>
  ));
}

/** So many rows of a table are drawn at once: each has a link for every hop. */
const rowsAtOnce = 50;

function Answer({ followed }: { readonly followed: Followed }) {
  const [drawn, setDrawn] = useState(rowsAtOnce);
  const { rows, total, walletCount, step } = followed;
  const cut = cutOf([followed.completeness]);
  const empty =
    step.kind === 'REACH' ? (cut ? texts.noneCut : texts.none) : cut ? texts.noPathCut : texts.noPath;
  return (
    <>
      {cut ? (
        <Alert color="orange" variant="light" title={cut.kind} role="note">
          {cut.text}
          {followed.cuts.length > 0 ? (
            <Text size="sm" mt={4}>
              {texts.cutAt(followed.cutCount)}{' '}
              {followed.cuts.map(({ walletId, reason }) => (
                <span key={walletId}>
                  <WalletLink id={walletId} /> ({wordsOf(reason)}){' '}
                </span>
              ))}
            </Text>
          ) : null}
        </Alert>
      ) : null}
      {walletCount === null ? null : (
        <Text size="sm" c="dimmed">
          {texts.looked(walletCount, rows.length, total)}
        </Text>
      )}
      <Grid
        label={followed.title}
        rows={rows.slice(0, drawn)}
        columns={columns}
        keyOf={({ key }) => key}
        empty={empty}
      />
      {rows.length > drawn ? (
        <Button size="xs" variant="default" onClick={() => setDrawn((given) => given + rowsAtOnce)}>
          {texts.moreReached}
        </Button>
      ) : null}
    </>
  );
}

const columns: readonly Column<FollowedRow>[] = [
  {
    header: texts.wallet,
    cell: ({ walletId, illustrative }) => (
      <>
        <WalletLink id={walletId} /> <Illustrative when={illustrative} />
      </>
    ),
  },
  {
    header: texts.owner,
    cell: ({ custodial, names, categories }) => (
      <Group gap={6}>
        {custodial ? (
          <Badge variant="light" size="sm" style={{ flexShrink: 0, minWidth: 'max-content' }}>
            {texts.custodial}
          </Badge>
        ) : null}
        {names.map(({ actor, label, heldThen }) => (
          <Text key={actor?.id ?? label} size="sm" span>
            {actor ? <ActorLink {...actor} /> : (label ?? partTexts.unknown)}
            {heldThen ? '' : ` (${texts.notThen})`}
          </Text>
        ))}
        {categories.length > 0 ? (
          <Text size="xs" c="dimmed" span>
            {categories.map(wordsOf).join(', ')}
          </Text>
        ) : null}
      </Group>
    ),
  },
  {
    header: texts.amount,
    number: true,
    cell: ({ amount, hops }) => <Amount of={amount} asset={hops.at(-1)?.asset} />,
  },
  {
    header: texts.hopsColumn,
    cell: ({ hops }) => (
      <List type="ordered" size="xs" listStyleType="decimal">
        {hops.map((hop) => (
          <List.Item key={`${hop.txHash} ${hop.to.id}`}>
            {hop.crossing ? `${texts.crossing}: ` : ''}
            <Amount of={hop.amount} asset={hop.asset} /> → <WalletLink id={hop.to.id} /> <When at={hop.at} />{' '}
            <TransactionLink id={`${hop.to.id.slice(0, hop.to.id.lastIndexOf(':'))}:${hop.txHash}`} />
          </List.Item>
        ))}
      </List>
    ),
  },
];
