import { ActorWalletsDocument, type ActorWalletsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { WalletLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { actorTexts } from '../../texts/pages';
import { partTexts } from '../../texts/parts';
import type { ActorShown } from './actorShown';

type WalletRow = NonNullable<NonNullable<ActorWalletsQuery['actor']>['wallets']>['nodes'][number];

export function ActorWallets({ actor }: { readonly actor: ActorShown }) {
  const pages = usePages(ActorWalletsDocument, { id: actor.id }, (data) => data.actor?.wallets);
  const said = ({ attributions }: WalletRow) =>
    attributions.filter(
      ({ actor: whose, stance, retracted }) => whose?.id === actor.id && stance === 'ASSERTS' && !retracted,
    );
  const columns: readonly Column<WalletRow>[] = [
    { header: actorTexts.wallet, cell: ({ id }) => <WalletLink id={id} whole /> },
    {
      header: actorTexts.confidence,
      number: true,
      cell: (row) => {
        const confidences = said(row).map(({ confidence }) => confidence);
        return confidences.length > 0 ? Math.max(...confidences) : partTexts.unknown;
      },
    },
    {
      header: 'Source',
      cell: (row) => (
        <>
          <Sources of={said(row).map(({ source }) => source)} />
          <Illustrative when={said(row).some(({ illustrative }) => illustrative)} />
        </>
      ),
    },
  ];
  return (
    <Section title={actorTexts.wallets} hint={actorTexts.walletsHint}>
      <PagedGrid pages={pages} label={actorTexts.wallets} columns={columns} keyOf={({ id }) => id} />
    </Section>
  );
}
