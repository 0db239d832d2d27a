import { Alert, Badge } from '@mantine/core';
import { Illustrative } from '../../parts/Badges';
import { type Column, Grid } from '../../parts/Grid';
import { ActorLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { SourceLine } from '../../parts/SourceLine';
import { wordsOf } from '../../parts/words';
import { walletTexts } from '../../texts/wallet';
import { mayDo } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { formTexts } from '../../texts/forms';
import { partTexts } from '../../texts/parts';
import { RetractAttribution } from './RetractAttribution';
import { StateAttribution } from './StateAttribution';
import type { WalletShown } from './walletShown';

type Attribution = WalletShown['attributions'][number];

const columns: readonly Column<Attribution>[] = [
  {
    header: walletTexts.owner,
    cell: ({ actor, label, illustrative, retracted }) => (
      <>
        {actor ? <ActorLink {...actor} /> : (label ?? '–')} <Illustrative when={illustrative} />
        {retracted ? (
          <Badge variant="default" size="sm">
            {partTexts.retracted}
          </Badge>
        ) : null}
      </>
    ),
  },
  {
    header: walletTexts.stance,
    cell: ({ stance, disputed }) => (
      <>
        {wordsOf(stance)}{' '}
        {disputed ? (
          <Badge color="orange" variant="light" size="sm">
            {partTexts.disputed}
          </Badge>
        ) : null}
      </>
    ),
  },
  { header: walletTexts.confidence, number: true, cell: ({ confidence }) => confidence },
  { header: walletTexts.method, cell: ({ method }) => method },
  { header: walletTexts.source, cell: ({ source }) => <SourceLine source={source} /> },
];

const retracts: Column<Attribution> = {
  header: formTexts.retract,
  cell: (attribution) => <RetractAttribution attribution={attribution} />,
};

export interface AttributionsProps {
  readonly of: readonly Attribution[];
  readonly wallet: string;
}

export function Attributions({ of, wallet }: AttributionsProps) {
  const session = useSession();
  const hasOwn = mayDo(session, 'attribute') && of.some(({ id }) => id.startsWith('hand:'));
  const inForce = of.filter(({ stance, retracted }) => stance === 'ASSERTS' && !retracted);
  const holders = new Set(inForce.map(({ actor, label }) => actor?.id ?? label));
  const conflict = holders.size > 1 || of.some(({ disputed }) => disputed);
  return (
    <Section
      title={walletTexts.attributions}
      hint={walletTexts.attributionsHint}
      beside={<StateAttribution wallet={wallet} />}
    >
      {conflict ? (
        <Alert color="orange" variant="light" title={walletTexts.conflict} mb="sm" role="note" />
      ) : null}
      <Grid
        label={walletTexts.attributions}
        rows={of}
        columns={hasOwn ? [...columns, retracts] : columns}
        keyOf={({ id }) => id}
        empty={walletTexts.noAttributions}
      />
    </Section>
  );
}
