import { List, SegmentedControl, Stack, Text } from '@mantine/core';
import {
  type ExposurePartsFragment,
  WalletExposureDocument,
  type WalletExposureQuery,
} from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Amount } from '../../parts/Amount';
import { Answered } from '../../parts/Answered';
import { cutOf } from '../../parts/completeness';
import { CutNote } from '../../parts/CutNote';
import { type Column, Grid } from '../../parts/Grid';
import { ActorLink, WalletLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { wordsOf } from '../../parts/words';
import { walletTexts } from '../../texts/wallet';
import { causesByWallet } from './causesByWallet';
import { useDirection } from './useDirection';

type Methods = NonNullable<WalletExposureQuery['wallet']>;
type AssetExposure = ExposurePartsFragment['assets'][number];

export function Exposure({ id }: { readonly id: string }) {
  const [direction, setDirection] = useDirection('exposure', 'IN');
  const query = useAsk(WalletExposureDocument, { id, direction });
  return (
    <Section
      title={walletTexts.exposure}
      hint={walletTexts.exposureHint}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={walletTexts.direction}
          value={direction}
          onChange={(value) => setDirection(value)}
          data={[
            { value: 'IN', label: walletTexts.in },
            { value: 'OUT', label: walletTexts.out },
          ]}
        />
      }
    >
      <Answered query={query} at={['wallet']} pick={({ wallet }) => wallet}>
        {(methods) => <Compared methods={methods} />}
      </Answered>
    </Section>
  );
}

/** The five methods side by side, an asset after the other. */
export function Compared({ methods }: { readonly methods: Methods }) {
  const { poison, haircut, fifo, lifo, tiho } = methods;
  const all = [haircut, fifo, lifo, tiho, poison];
  const assets = new Map(all.flatMap((one) => one.assets).map(({ asset }) => [asset.id, asset]));
  return (
    <Stack gap="sm">
      <CutNote cut={cutOf(all.map(({ completeness }) => completeness))} />
      <CutWallets of={all.flatMap(({ cut }) => cut)} />
      {assets.size === 0 ? (
        <Text size="sm" c="dimmed">
          {walletTexts.noExposure}
        </Text>
      ) : null}
      {[...assets.values()].map((asset) => (
        <AssetTable key={asset.id} symbol={asset.symbol} rows={all.map((one) => rowOf(one, asset.id))} />
      ))}
    </Stack>
  );
}

type CutWallet = ExposurePartsFragment['cut'][number];

/** Where the searches stopped: each wallet once, with every cause. */
function CutWallets({ of }: { readonly of: readonly CutWallet[] }) {
  const wallets = causesByWallet(of);
  if (wallets.size === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {walletTexts.stoppedAt}{' '}
      {[...wallets].map(([id, causes]) => (
        <span key={id}>
          <WalletLink id={id} /> ({[...causes].map(wordsOf).join(', ')}){' '}
        </span>
      ))}
    </Text>
  );
}

interface MethodRow {
  readonly method: ExposurePartsFragment['method'];
  readonly of: AssetExposure | undefined;
}

const rowOf = ({ method, assets }: ExposurePartsFragment, assetId: string): MethodRow => ({
  method,
  of: assets.find(({ asset }) => asset.id === assetId),
});

const columns: readonly Column<MethodRow>[] = [
  { header: walletTexts.method, cell: ({ method }) => walletTexts.method5[method] },
  { header: walletTexts.total, number: true, cell: ({ of }) => <Amount of={of?.total} asset={of?.asset} /> },
  {
    header: walletTexts.attributed,
    number: true,
    cell: ({ of }) => <Amount of={of?.attributed} asset={of?.asset} />,
  },
  {
    header: walletTexts.owner,
    cell: ({ of }) => (
      <List size="xs" listStyleType="none">
        {of?.actors.map(({ actor, label, amount, contested }) => (
          <List.Item key={actor?.id ?? label}>
            <Amount of={amount} asset={of.asset} /> {actor ? <ActorLink {...actor} /> : label}
            {contested === '0' ? '' : ` (${walletTexts.contested})`}
          </List.Item>
        ))}
      </List>
    ),
  },
  {
    header: walletTexts.categories,
    cell: ({ of }) => (
      <List size="xs" listStyleType="none">
        {of?.categories.map(({ category, amount }) => (
          <List.Item key={category}>
            {wordsOf(category)}: <Amount of={amount} asset={of.asset} />
          </List.Item>
        ))}
      </List>
    ),
  },
  {
    header: walletTexts.rest,
    cell: ({ of }) => (
      <List size="xs" listStyleType="none">
        {of?.rest.map(({ cause, amount }) => (
          <List.Item key={cause}>
            {wordsOf(cause)}: <Amount of={amount} asset={of.asset} />
          </List.Item>
        ))}
      </List>
    ),
  },
  { header: walletTexts.sum, cell: ({ method, of }) => (of ? sumText(method, of) : '–') },
];

/** Holds the parts against the total: they are it to the unit, but for poison, whose amounts overlap. */
export function sumText(method: MethodRow['method'], { total, attributed, rest }: AssetExposure): string {
  if (method === 'POISON') return walletTexts.sumOverlaps;
  const sum = rest.reduce((all, { amount }) => all + BigInt(amount), BigInt(attributed));
  return sum === BigInt(total) ? walletTexts.sumExact : walletTexts.sumDiffers(String(sum));
}

const AssetTable = ({ symbol, rows }: { readonly symbol: string; readonly rows: readonly MethodRow[] }) => (
  <div>
    <Text fw={600} size="sm">
      {symbol}
    </Text>
    <Grid
      label={`${walletTexts.exposure}, ${symbol}`}
      rows={rows}
      columns={columns}
      keyOf={({ method }) => method}
    />
  </div>
);
