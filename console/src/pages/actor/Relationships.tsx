import { Badge } from '@mantine/core';
import { type Column, Grid } from '../../parts/Grid';
import { ActorLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { Sources } from '../../parts/SourceLine';
import { wordsOf } from '../../parts/words';
import { actorTexts } from '../../texts/actor';
import { partTexts } from '../../texts/parts';
import type { ActorShown } from './actorShown';
import { hasEnded, validityText } from './linkText';
import { RelationshipGraph } from './RelationshipGraph';

type Relationship = ActorShown['relationships'][number];

const columns: readonly Column<Relationship>[] = [
  { header: actorTexts.from, cell: ({ from }) => <ActorLink {...from} /> },
  {
    header: actorTexts.kind,
    cell: ({ kind, disputed }) => (
      <>
        {wordsOf(kind)}{' '}
        {disputed ? (
          <Badge color="orange" variant="light" size="sm">
            {actorTexts.disputed}
          </Badge>
        ) : null}
      </>
    ),
  },
  { header: partTexts.to, cell: ({ to }) => <ActorLink {...to} /> },
  { header: actorTexts.validity, cell: (relationship) => <ValidityCell of={relationship} /> },
  { header: actorTexts.confidence, number: true, cell: ({ confidence }) => confidence },
  { header: actorTexts.evidence, cell: ({ evidence }) => wordsOf(evidence) },
  { header: partTexts.source, cell: ({ sources }) => <Sources of={sources} /> },
];

/** The time of the relationship; one that has ended is marked. */
function ValidityCell({ of }: { readonly of: Relationship }) {
  const text = validityText(of) || actorTexts.validUnknown;
  if (!hasEnded(of)) return text;
  return (
    <Badge variant="default" size="sm" style={{ flexShrink: 0, minWidth: 'max-content' }}>
      {text}
    </Badge>
  );
}

export function Relationships({ actor }: { readonly actor: ActorShown }) {
  return (
    <Section title={actorTexts.relationships} hint={actorTexts.relationshipsHint}>
      <RelationshipGraph actor={actor}>
        {(relationships) => (
          <Grid
            label={actorTexts.relationships}
            rows={relationships}
            columns={columns}
            keyOf={({ id }) => id}
          />
        )}
      </RelationshipGraph>
    </Section>
  );
}
