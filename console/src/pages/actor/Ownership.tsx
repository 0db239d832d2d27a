import { Text } from '@mantine/core';
import { Facts } from '../../parts/Facts';
import { type Column, Grid } from '../../parts/Grid';
import { ActorLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { actorTexts as texts } from '../../texts/actor';
import { partTexts } from '../../texts/parts';
import type { ActorShown } from './actorShown';

type OwnershipShown = ActorShown['ownership'];
type Stake = OwnershipShown['stakes'][number];

/** Returns the text for an owner's share in the sums of the 50% rule. */
export const countedText = ({
  ownerListed,
  ownerStatus,
}: Pick<Stake, 'ownerListed' | 'ownerStatus'>): string =>
  ownerListed ? texts.ownershipCounted.LISTED : texts.ownershipCounted[ownerStatus];

const columns: readonly Column<Stake>[] = [
  { header: texts.ownershipOwner, cell: ({ owner }) => <ActorLink {...owner} /> },
  {
    header: texts.ownershipShare,
    number: true,
    cell: ({ leastPercent, mostPercent }) =>
      leastPercent === mostPercent ? `${leastPercent}%` : `${leastPercent}% – ${mostPercent}%`,
  },
  { header: texts.ownershipCounts, cell: countedText },
  { header: partTexts.source, cell: ({ sources }) => <Sources of={sources} /> },
];

/** The 50% rule with the stakes that were added up, and its sums. */
export function Ownership({ of }: { readonly of: OwnershipShown }) {
  const { status, blockedPercent, possiblePercent, unaccountedPercent, stakes } = of;
  return (
    <Section title={texts.ownership} hint={texts.ownershipRule}>
      <Text fw={600} mb="xs">
        {texts.ownershipStatus[status]}
      </Text>
      <Grid
        label={texts.ownership}
        rows={stakes}
        columns={columns}
        keyOf={({ owner }) => owner.id}
        empty={texts.ownershipNoStakes}
      />
      {stakes.length > 0 ? (
        <Facts
          of={[
            [texts.ownershipTotal, `${blockedPercent}%`],
            [texts.ownershipPossible, `${possiblePercent}%`],
            [texts.ownershipUnaccounted, `${unaccountedPercent}%`],
          ]}
        />
      ) : null}
    </Section>
  );
}
