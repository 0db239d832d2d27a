import { Alert, List, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FrozenAccountsOfDocument, type FrozenAccountsOfQuery } from '../../graph/generated/graphql';
import { type Pages, usePages } from '../../graph/usePages';
import { Amount } from '../../parts/Amount';
import { Loading } from '../../parts/Answered';
import { Illustrative, StatusBadge } from '../../parts/Badges';
import { cutOf } from '../../parts/completeness';
import { CutNote } from '../../parts/CutNote';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { type Column, Grid } from '../../parts/Grid';
import { AccountLink, ActorLink, WalletLink } from '../../parts/Links';
import { Pager } from '../../parts/Pager';
import { RouteLink } from '../../parts/RouteLink';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { isPartner } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { Picture } from '../../picture/Picture';
import { evidenceTexts } from '../../texts/evidence';
import { actorTexts } from '../../texts/actor';
import { traceTexts } from '../../texts/trace';
import { partTexts } from '../../texts/parts';
import { pictureTexts } from '../../texts/picture';
import { cutCaptions, isFollowStep, walletOfNode, withoutStep, withStep } from '../follow/FollowFunds';
import { FollowedAnswers } from '../follow/FollowedAnswers';
import type { FollowStep } from '../follow/followed';
import { FollowTools } from '../follow/FollowTools';
import { mergedPictures } from '../follow/hopPicture';
import { useFollowed } from '../follow/useFollowed';
import { linkText } from './linkText';
import { type TracedRow, tracePicture } from './tracePicture';

type TracedPages = Pages<TracedRow, FrozenAccountsOfQuery>;

/** The flagship question about an actor: as a picture, and as a table beside it. */
export function FrozenAccounts({ id }: { readonly id: string }) {
  const pages = usePages(FrozenAccountsOfDocument, { id }, ({ actor }) => actor?.frozenAccounts);
  const gaps = [...pages.errors, ...(pages.fault ? [graphErrorOf(pages.fault)] : [])];
  const known = pages.answers.length > 0;
  return (
    <Section title={actorTexts.linked} hint={actorTexts.linkedHint}>
      {pages.pending ? <Loading /> : null}
      {gaps.length > 0 ? <Fault errors={gaps} partial={known} retry={pages.retry} /> : null}
      {known ? <Traced pages={pages} partial={gaps.length > 0 || pages.hasNext} /> : null}
    </Section>
  );
}

/** The columns, with the evidence of a trace of this actor where it is offered. */
function columnsFor(actor: string, evidence: boolean): readonly Column<TracedRow>[] {
  return evidence ? [...columns, evidenceColumn(actor)] : columns;
}

const evidenceColumn = (actor: string): Column<TracedRow> => ({
  header: evidenceTexts.open,
  cell: ({ account, trace }) => (
    <RouteLink to="/evidence" search={{ account: account.id, actor, trace: trace.id }} size="sm">
      {evidenceTexts.show}
    </RouteLink>
  ),
});

interface TracedProps {
  readonly pages: TracedPages;
  /** True where something is missing, so that an empty list is not "none". */
  readonly partial: boolean;
}

function Traced({ pages: { rows, answers, ...pages }, partial }: TracedProps) {
  const session = useSession();
  const actor = answers[0]?.actor;
  const [steps, setSteps] = useState<readonly FollowStep[]>([]);
  const followed = useFollowed(steps);
  const graph = useMemo(
    () =>
      actor
        ? mergedPictures([tracePicture(actor, rows), ...followed.flatMap((one) => one.followed?.graph ?? [])])
        : undefined,
    [actor, rows, followed],
  );
  const cut = cutOf(
    answers.flatMap((answer) => answer.actor?.frozenAccounts ?? []).map(({ completeness }) => completeness),
  );
  const captions = useMemo(
    () => [...(cut ? [pictureTexts.caption(cut.kind, cut.text)] : []), ...cutCaptions(followed)],
    // A new object at each render: its words decide.
    [cut?.kind, cut?.text, followed],
  );
  if (!actor || !graph) return null;
  const add = (step: FollowStep) => setSteps((given) => withStep(given, step));
  const found = answers.flatMap((answer) => answer.actor?.frozenAccounts ?? []);
  const unregistered = new Set(found.flatMap((page) => page.unregistered)).size;
  const madeUp = rows.some(({ account, trace }) => account.illustrative || trace.illustrative);
  return (
    <Stack gap="md">
      <CutNote cut={cut} />
      {unregistered > 0 ? (
        <Alert color="orange" variant="light" role="note">
          {traceTexts.unregistered(unregistered)}
        </Alert>
      ) : null}
      {rows.length === 0 ? <Text>{cut || partial ? traceTexts.noneCut : traceTexts.none}</Text> : null}
      {madeUp ? (
        <Text size="sm" c="dimmed">
          {traceTexts.illustrative}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Picture
            label={traceTexts.figure(actor.name)}
            graph={graph}
            fileName={`trace-${actor.id.replace(/\W+/g, '-')}`}
            captions={captions}
            steps={steps}
            onSteps={(read) => setSteps(read.filter(isFollowStep))}
            tools={(node) => {
              const wallet = walletOfNode(node);
              return wallet ? <FollowTools key={wallet} wallet={wallet} onFollow={add} /> : null;
            }}
          />
          <FollowedAnswers of={followed} onRemove={(step) => setSteps((given) => withoutStep(given, step))} />
          <Grid
            label={traceTexts.table}
            rows={rows}
            columns={columnsFor(actor.id, !isPartner(session))}
            keyOf={({ account, actor: linked, trace }) => `${account.id} ${linked.id} ${trace.id}`}
          />
        </>
      ) : null}
      {rows.length > 0 || pages.hasNext ? (
        <Pager
          shown={rows.length}
          total={pages.total}
          hasNext={pages.hasNext}
          loading={pages.loadingNext}
          onNext={pages.next}
        />
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
        {link.path.map((step) => (
          <Text key={step.id} size="xs" c="dimmed">
            {linkText(step)}
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
