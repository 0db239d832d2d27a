import { Stack, Text, Title } from '@mantine/core';
import { attributionsTo } from '../../parts/attributions';
import { Amount } from '../../parts/Amount';
import { Illustrative } from '../../parts/Badges';
import { Facts } from '../../parts/Facts';
import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { Sources, SourceLine } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { evidenceTexts as texts } from '../../texts/evidence';
import { traceTexts } from '../../texts/trace';
import { walletTexts } from '../../texts/wallet';
import { partTexts } from '../../texts/parts';
import { linkText } from '../actor/linkText';
import { Compared } from '../wallet/Exposure';
import type { Evidence, EvidenceTrace } from './evidence';

type Hop = EvidenceTrace['trace']['hops'][number];

const hops: readonly Column<Hop>[] = [
  { header: walletTexts.at, cell: ({ at }) => <When at={at} /> },
  { header: walletTexts.from, cell: ({ from }) => <span className="mono">{from.id}</span> },
  { header: walletTexts.to, cell: ({ to }) => <span className="mono">{to.id}</span> },
  {
    header: walletTexts.amount,
    number: true,
    cell: ({ amount, asset }) => (
      <>
        <Amount of={amount} asset={asset} />
        <Text size="xs" c="dimmed">
          {partTexts.exact(amount)}
        </Text>
      </>
    ),
  },
  {
    header: walletTexts.tx,
    cell: ({ txHash, illustrative }) => (
      <>
        <span className="mono">{txHash}</span> <Illustrative when={illustrative} />
      </>
    ),
  },
];

/** Each trace: the link to the actor, whose the first wallet is, and hop by hop to the account, with their sources. */
export function EvidenceTraces({ evidence }: { readonly evidence: Evidence }) {
  const { about, traces, exposures } = evidence;
  return (
    <Section title={texts.traces}>
      {traces === null ? <Text size="sm">{texts.notKnown}</Text> : null}
      <Stack gap="lg">
        {traces?.map((row) => (
          <Trace key={`${row.actor.id} ${row.trace.id}`} row={row} account={about.account} />
        ))}
        {Object.entries(exposures).map(([wallet, methods]) =>
          methods ? (
            <div key={wallet}>
              <Title order={3} size="h6" style={{ overflowWrap: 'anywhere' }}>
                {texts.exposure(wallet)}
              </Title>
              <Compared methods={methods} />
            </div>
          ) : null,
        )}
      </Stack>
    </Section>
  );
}

function Trace({ row, account }: { readonly row: EvidenceTrace; readonly account: string }) {
  const { actor, link, trace, possible } = row;
  const attributions = attributionsTo(actor.id, trace.from.attributions);
  return (
    <div>
      <Title order={3} size="h6">
        {texts.traceOf(`${actor.name} (${actor.id})`, account)} <Illustrative when={trace.illustrative} />
      </Title>
      <Facts
        of={[
          [
            texts.link,
            link.path.map((step) => (
              <div key={step.id}>
                {step.from.name} → {step.to.name}: {linkText(step)}
                <Sources of={step.sources} />
              </div>
            )),
          ],
          [
            texts.attribution,
            attributions.length === 0
              ? partTexts.unknown
              : attributions.map(({ id, confidence, method, disputed, source }) => (
                  <div key={id}>
                    {partTexts.confidence(confidence)}, {method}
                    {disputed ? `, ${partTexts.disputed}` : ''}
                    <SourceLine source={source} />
                  </div>
                )),
          ],
          [texts.most, <Amount of={trace.amount} asset={trace.asset} />],
          [texts.share, trace.share ?? texts.shareUnknown],
          [texts.snapshot, trace.snapshot],
          [traceTexts.search, trace.completeness],
          ['', possible ? traceTexts.possible : null],
        ]}
      />
      <Grid
        label={`${texts.hops} ${trace.id}`}
        rows={trace.hops}
        columns={hops}
        keyOf={({ txHash, to }) => `${txHash} ${to.id}`}
      />
    </div>
  );
}
