import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from '../../parts/Facts';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { wordsOf } from '../../parts/words';
import { actorTexts } from '../../texts/actor';
import { partTexts } from '../../texts/parts';
import type { ActorShown } from './actorShown';

const lines = (of: readonly { readonly text: string }[]): ReactNode =>
  of.length === 0 ? null : (
    <List size="sm" listStyleType="none">
      {of.map(({ text }) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  );

export function ActorFacts({ actor }: { readonly actor: ActorShown }) {
  const { kind, ownership, births, nationalities, titles, identifiers, addresses, remarks, sources } = actor;
  const { status, blockedPercent, possiblePercent, unaccountedPercent } = ownership;
  return (
    <Section title={actorTexts.facts}>
      <Facts
        of={[
          [actorTexts.kind, `${wordsOf(kind)} · ${actor.id}`],
          [actorTexts.sanctioned, actor.sanctioned ? partTexts.yes : partTexts.no],
          [
            actorTexts.ownership,
            <>
              {actorTexts.ownershipStatus[status]}
              <Text size="sm" c="dimmed">
                {actorTexts.ownershipSums(blockedPercent, possiblePercent, unaccountedPercent)}
              </Text>
            </>,
          ],
          [actorTexts.born, lines(births)],
          [actorTexts.nationality, lines(nationalities)],
          [actorTexts.titles, lines(titles)],
          [
            actorTexts.identifiers,
            lines(
              identifiers.map((one) => ({
                text: `${one.kind} ${one.value}${one.country ? ` (${one.country})` : ''}`,
              })),
            ),
          ],
          [actorTexts.addresses, lines(addresses)],
          [actorTexts.remarks, lines(remarks)],
          [partTexts.source, <Sources of={sources} />],
        ]}
      />
    </Section>
  );
}
