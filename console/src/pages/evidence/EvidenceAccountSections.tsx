import { Text } from '@mantine/core';
import { Amount } from '../../parts/Amount';
import { Illustrative } from '../../parts/Badges';
import { Facts } from '../../parts/Facts';
import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { evidenceTexts as texts } from '../../texts/evidence';
import { partTexts } from '../../texts/parts';
import { accountTexts } from '../../texts/account';
import { kindText } from '../processes/processKinds';
import type { EvidenceAccount, EvidenceMeasure } from './evidence';

type Holding = EvidenceAccount['holdings'][number];

const measures: readonly Column<EvidenceMeasure>[] = [
  {
    header: texts.measure,
    cell: ({ id, kind, illustrative }) => (
      <>
        {wordsOf(kind)} <Illustrative when={illustrative} />
        <Text size="xs" c="dimmed" className="mono">
          {id}
        </Text>
      </>
    ),
  },
  {
    header: texts.interval,
    cell: ({ from, to, endReason, inForce }) => (
      <>
        <When at={from} /> – {to ? <When at={to} /> : null} {endReason ? wordsOf(endReason) : null}{' '}
        {inForce ? accountTexts.inForce : null}
      </>
    ),
  },
  {
    header: accountTexts.bases,
    cell: ({ bases }) => <Bases of={bases} />,
  },
  { header: texts.decided, cell: ({ maker, checker }) => `${maker ?? '–'} / ${checker ?? '–'}` },
  { header: accountTexts.reason, cell: ({ reason }) => reason ?? '–' },
  { header: partTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
  { header: texts.events, cell: ({ events }) => events?.join(', ') ?? '–' },
];

const holdings: readonly Column<Holding>[] = [
  {
    header: accountTexts.asset,
    cell: ({ asset, illustrative }) => (
      <>
        {asset.symbol} <Illustrative when={illustrative} />
      </>
    ),
  },
  { header: accountTexts.held, number: true, cell: ({ held, asset }) => <Amount of={held} asset={asset} /> },
  {
    header: accountTexts.frozen,
    number: true,
    cell: ({ frozen, asset }) => <Amount of={frozen} asset={asset} />,
  },
  {
    header: accountTexts.seized,
    number: true,
    cell: ({ seized, asset }) => <Amount of={seized} asset={asset} />,
  },
  { header: partTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
];

/** The account, its measures with their bases, and its holdings. */
export function EvidenceAccountSections({ account }: { readonly account: EvidenceAccount }) {
  const { venue, status, frozenSince, depositWallets, illustrative } = account;
  return (
    <>
      <Section title={texts.account}>
        <Facts
          of={[
            [accountTexts.venue, `${venue.name} (${venue.id})`],
            [
              accountTexts.status,
              <>
                {status} <Illustrative when={illustrative} />
              </>,
            ],
            [accountTexts.since, frozenSince ? <When at={frozenSince} /> : null],
            [
              accountTexts.wallets,
              depositWallets
                ? depositWallets.map(({ id }) => (
                    <div key={id} className="mono">
                      {id}
                    </div>
                  ))
                : partTexts.unknown,
            ],
          ]}
        />
      </Section>
      <Section title={texts.measures}>
        {account.measures ? (
          <Grid
            label={texts.measures}
            rows={account.measures}
            columns={measures}
            keyOf={({ id }) => id}
            empty={texts.noMeasures}
          />
        ) : (
          <Text size="sm">{texts.notKnown}</Text>
        )}
      </Section>
      <Section title={accountTexts.holdings}>
        <Grid
          label={accountTexts.holdings}
          rows={account.holdings}
          columns={holdings}
          keyOf={({ asset }) => asset.id}
          empty={accountTexts.noHoldings}
        />
      </Section>
    </>
  );
}

function Bases({ of }: { readonly of: EvidenceMeasure['bases'] }) {
  if (of === null) return accountTexts.noBasis;
  if (of.length === 0) return partTexts.none;
  return of.map(({ id, kind, authority, docket, source }) => (
    <div key={id}>
      {kindText(kind)} {docket ?? id}, {authority}
      <SourceLine source={source} />
    </div>
  ));
}
