import { Alert, Stack, Text } from '@mantine/core';
import { useAddressId } from '../../app/useAddressId';
import { TransactionPageDocument, type TransactionPageQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Amount } from '../../parts/Amount';
import { Loading } from '../../parts/Answered';
import { Illustrative } from '../../parts/Badges';
import { Facts } from '../../parts/Facts';
import { Fault, graphErrorOf } from '../../parts/Fault';
import { type Column, Grid } from '../../parts/Grid';
import { WalletLink } from '../../parts/Links';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { addressOf, shortened } from '../../parts/words';
import { transactionTexts as texts } from '../../texts/transaction';

type Transaction = NonNullable<TransactionPageQuery['transaction']>;
type Transfer = Transaction['transfers']['nodes'][number];
type End = NonNullable<Transaction['inputs']>[number];

/** One transaction, by `<chain>:<hash>`. */
export function TransactionPage() {
  const id = useAddressId();
  const chain = id.slice(0, Math.max(0, id.lastIndexOf(':')));
  const variables = { chain, hash: addressOf(id) };
  const pages = usePages(TransactionPageDocument, variables, ({ transaction }, errors) =>
    transaction === null && errors.length === 0 ? noTransfers : transaction?.transfers,
  );
  const transaction = pages.answers[0]?.transaction;
  return (
    <Page
      title={`${texts.title} ${shortened(addressOf(id), 12, 8)}`}
      beside={<Illustrative when={transaction?.illustrative ?? false} />}
    >
      {pages.pending ? <Loading /> : null}
      {pages.fault ? <Fault errors={[graphErrorOf(pages.fault)]} retry={pages.retry} /> : null}
      {pages.answers.length > 0 && !transaction ? (
        <Alert color="gray" title={texts.none}>
          <Text size="sm">{texts.noneHint}</Text>
        </Alert>
      ) : null}
      {transaction ? (
        <Stack gap="lg">
          <Section title={texts.title}>
            <Facts
              of={[
                [texts.hash, <span className="mono">{transaction.txHash}</span>],
                [texts.chain, transaction.chain],
                [texts.at, <When at={transaction.at} />],
                [texts.sources, <Sources of={transaction.sources} />],
              ]}
            />
          </Section>
          {transaction.inputs && transaction.outputs ? (
            <>
              {pages.errors.length > 0 ? <Fault errors={pages.errors} partial retry={pages.retry} /> : null}
              <Ends
                title={texts.inputs}
                of={transaction.inputs}
                asset={transaction.asset}
                empty={texts.minted}
              />
              <Ends title={texts.outputs} of={transaction.outputs} asset={transaction.asset} />
            </>
          ) : (
            <Section title={texts.transfers}>
              <PagedGrid
                pages={pages}
                label={texts.transfers}
                columns={columns}
                keyOf={({ id: key }) => key}
              />
            </Section>
          )}
        </Stack>
      ) : null}
    </Page>
  );
}

const noTransfers = { nodes: [] as Transfer[], pageInfo: { hasNextPage: false } };

const columns: readonly Column<Transfer>[] = [
  { header: texts.place, number: true, cell: ({ index }) => index },
  { header: texts.from, cell: ({ from }) => (from ? <WalletLink id={from.id} /> : '–') },
  { header: texts.to, cell: ({ to }) => (to ? <WalletLink id={to.id} /> : '–') },
  { header: texts.amount, number: true, cell: ({ amount, asset }) => <Amount of={amount} asset={asset} /> },
  {
    header: texts.tag,
    cell: ({ tag, illustrative }) => (
      <>
        {tag ?? '–'} <Illustrative when={illustrative} />
      </>
    ),
  },
];

interface EndsProps {
  readonly title: string;
  readonly of: readonly End[];
  readonly asset: Transaction['asset'];
  readonly empty?: string;
}

function Ends({ title, of, asset, empty }: EndsProps) {
  return (
    <Section title={title}>
      <Grid
        label={title}
        rows={of}
        keyOf={({ index }) => index}
        {...(empty ? { empty } : {})}
        columns={[
          { header: texts.place, number: true, cell: ({ index }) => index },
          {
            header: title,
            cell: ({ wallet }) => (wallet ? <WalletLink id={wallet.id} whole /> : texts.noWallet),
          },
          { header: texts.amount, number: true, cell: ({ amount }) => <Amount of={amount} asset={asset} /> },
        ]}
      />
    </Section>
  );
}
