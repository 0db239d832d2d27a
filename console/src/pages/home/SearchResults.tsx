import { Alert, Badge, Group, List, Stack, Text } from '@mantine/core';
import { codeOf, type GraphError } from '../../graph/answer';
import {
  SearchDocument,
  type SearchQuery,
  SimilarNamesDocument,
  type SimilarNamesQuery,
} from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Loading } from '../../parts/Answered';
import { StatusBadge } from '../../parts/Badges';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { AccountLink, ActorLink, ProcessLink, TransactionLink, WalletLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { mayRead } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { homeTexts } from '../../texts/home';
import { transactionTexts } from '../../texts/transaction';
import { searchKinds } from './searchKinds';

/**
 * Exact finds first, then names, then similar ones by screening. Screening is an operation of its own: where it fails, the
 * other finds stand (docs/adr/0012-screening-fails-whole.md).
 */
export function SearchResults({ words }: { readonly words: string }) {
  const session = useSession();
  const { address, account, transaction } = searchKinds(words);
  const enforcement = mayRead(session, 'enforcement:read');
  const attribution = mayRead(session, 'attribution:read');
  const search = useAsk(SearchDocument, {
    words,
    id: words,
    address: address && attribution,
    account: account && enforcement,
    processes: enforcement,
    transaction: transaction && attribution,
  });
  const similar = useAsk(SimilarNamesDocument, { subjects: [{ name: words }] });
  if (search.isPending || similar.isPending) return <Loading />;
  const faults = [search, similar].flatMap(({ data, error }) =>
    error ? [graphErrorOf(error)] : data.errors.filter((fault) => !isShownOtherwise(fault)),
  );
  const retry = () => Promise.all([search.refetch(), similar.refetch()]);
  const found: FoundShown = { ...search.data?.data, ...similar.data?.data };
  const problem = found.screenNames?.[0]?.problem;
  const notSearched = [
    ...(attribution ? [] : [homeTexts.wallets, transactionTexts.found]),
    ...(enforcement ? [] : [homeTexts.accounts, homeTexts.processes]),
  ];
  return (
    <Stack>
      {faults.length > 0 ? <Fault errors={faults} partial retry={retry} /> : null}
      {problem ? (
        <Alert color="orange" variant="light" title={homeTexts.matches} role="note">
          {problem}
        </Alert>
      ) : null}
      {notSearched.length > 0 ? (
        <Text size="sm" c="dimmed">
          {homeTexts.notSearched(notSearched.join(', '))}
        </Text>
      ) : null}
      <Found data={found} complete={faults.length === 0 && !problem && notSearched.length === 0} />
    </Stack>
  );
}

/** Words that are no address after all are not a fault, and a subject that was not screened is shown by its problem. */
const isShownOtherwise = (fault: GraphError): boolean =>
  codeOf(fault) === 'NOT_SCREENED' || (fault.path?.[0] === 'wallet' && codeOf(fault) === 'BAD_USER_INPUT');

const maxMatches = 20;

/** The finds, as far as the searches were answered. */
type FoundShown = Partial<SearchQuery & SimilarNamesQuery>;

function Found({ data, complete }: { readonly data: FoundShown; readonly complete: boolean }) {
  const { wallet, account, actors, legalProcesses, screenNames, transactions } = data;
  const named = new Set(actors?.nodes.map(({ id }) => id));
  const matches = (screenNames?.[0]?.matches ?? []).filter(({ actor }) => !named.has(actor.id));
  const nothing =
    !wallet &&
    !account &&
    !actors?.nodes.length &&
    !matches.length &&
    !legalProcesses?.nodes.length &&
    !transactions?.length;
  if (nothing) return <Text>{complete ? homeTexts.nothing : homeTexts.nothingSearched}</Text>;
  return (
    <>
      {wallet ? (
        <Section title={homeTexts.wallets}>
          <WalletLink id={wallet.id} whole />{' '}
          <Text span size="sm" c="dimmed">
            {wallet.chain}
          </Text>
        </Section>
      ) : null}
      <TransactionsFound of={transactions ?? []} />
      {account ? (
        <Section title={homeTexts.accounts}>
          <Group gap="xs">
            <AccountLink id={account.id} /> <StatusBadge status={account.status} />
          </Group>
        </Section>
      ) : null}
      {actors?.nodes.length ? (
        <Section title={homeTexts.actors}>
          <List spacing={4}>
            {actors.nodes.map(({ id, name, kind, sanctioned }) => (
              <List.Item key={id}>
                <ActorLink id={id} name={name} />{' '}
                <Text span size="sm" c="dimmed">
                  {id} · {wordsOf(kind)}
                </Text>{' '}
                {sanctioned ? (
                  <Badge color="red" variant="light" size="sm">
                    {homeTexts.listed}
                  </Badge>
                ) : null}
              </List.Item>
            ))}
          </List>
          <Cut shown={actors.nodes.length} of={actors.totalCount} />
        </Section>
      ) : null}
      {legalProcesses?.nodes.length ? (
        <Section title={homeTexts.processes}>
          <List spacing={4}>
            {legalProcesses.nodes.map(({ id, docket, authority, kind }) => (
              <List.Item key={id}>
                <ProcessLink id={id} name={`${docket ?? id}, ${authority}`} /> {wordsOf(kind)}
              </List.Item>
            ))}
          </List>
          <Cut shown={legalProcesses.nodes.length} of={legalProcesses.totalCount} />
        </Section>
      ) : null}
      {matches.length ? (
        <Section title={homeTexts.matches}>
          <List spacing={4}>
            {matches.slice(0, maxMatches).map(({ actor, score, matchedName }) => (
              <List.Item key={`${actor.id} ${matchedName}`}>
                <ActorLink {...actor} />{' '}
                <Text span size="sm" c="dimmed">
                  {matchedName} · {homeTexts.score(score)}
                </Text>
              </List.Item>
            ))}
          </List>
          <Cut shown={Math.min(matches.length, maxMatches)} of={matches.length} />
        </Section>
      ) : null}
    </>
  );
}

type TransactionFound = NonNullable<SearchQuery['transactions']>[number];

function TransactionsFound({ of }: { readonly of: readonly TransactionFound[] }) {
  if (of.length === 0) return null;
  return (
    <Section title={transactionTexts.found}>
      <List spacing={4}>
        {of.map(({ id, chain, at }) => (
          <List.Item key={id}>
            <TransactionLink id={id} />{' '}
            <Text span size="sm" c="dimmed">
              {chain} · <When at={at} />
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

/** Says that a list was cut. */
function Cut({ shown, of }: { readonly shown: number; readonly of: number }) {
  if (shown >= of) return null;
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {homeTexts.cut(shown, of)}
    </Text>
  );
}
