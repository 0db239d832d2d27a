import { type Column, Grid } from '../../parts/Grid';
import { Section } from '../../parts/Section';
import { wordsOf } from '../../parts/words';
import { actorTexts } from '../../texts/actor';
import type { ActorShown } from './actorShown';

type Alias = ActorShown['aliases'][number];

const columns: readonly Column<Alias>[] = [
  { header: actorTexts.alias, cell: ({ name }) => name },
  { header: actorTexts.strength, cell: ({ strength }) => wordsOf(strength) },
  { header: actorTexts.kind, cell: ({ kind }) => kind },
  { header: actorTexts.script, cell: ({ script }) => script },
];

export function Aliases({ of }: { readonly of: readonly Alias[] }) {
  return (
    <Section title={actorTexts.aliases}>
      <Grid
        label={actorTexts.aliases}
        rows={of}
        columns={columns}
        keyOf={({ name, kind, script }) => `${name} ${kind} ${script}`}
      />
    </Section>
  );
}
