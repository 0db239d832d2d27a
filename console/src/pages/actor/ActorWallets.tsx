import { ActorWalletsDocument, type ActorWalletsQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { Illustrative } from '../../parts/Badges';
import { attributionsTo, highestConfidence } from '../../parts/attributions';
import type { Column } from '../../parts/Grid';
import { WalletLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { actorTexts } from '../../texts/actor';
import { partTexts } from '../../texts/parts';
import type { ActorShown } from './actorShown';

type WalletRow = NonNullable<NonNullable<ActorWalletsQuery['actor']>['wallets']>['nodes'][number];

export function ActorWallets({ actor }: { readonly actor: ActorShown }) {
  const pages = usePages(ActorWalletsDocument, { id: actor.id }, (data) => data.actor?.wallets);
  const attributionsOf = ({ attributions }: WalletRow) => attributionsTo(actor.id, attributions);
  const columns: readonly Column<WalletRow>[] = [
    { header: actorTexts.wallet, cell: ({ id }) => <WalletLink id={id} whole /> },
    {
      header: actorTexts.confidence,
      number: true,
      cell: (row) => highestConfidence(attributionsOf(row)),
    },
    {
      header: partTexts.source,
      cell: (row) => (
        <>
          <Sources of={attributionsOf(row).map(({ source }) => source)} />
          <Illustrative when={attributionsOf(row).some(({ illustrative }) => illustrative)} />
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
