import { ListChangesDocument, type ListChangesQuery } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import type { Column } from '../../parts/Grid';
import { ActorLink } from '../../parts/Links';
import { PagedGrid } from '../../parts/PagedGrid';
import { wordsOf } from '../../parts/words';
import { listTexts } from '../../texts/lists';
import { actorTexts } from '../../texts/actor';

type ChangeRow = ListChangesQuery['actorChanges']['nodes'][number];

const columns: readonly Column<ChangeRow>[] = [
  { header: actorTexts.entry, cell: ({ entry }) => entry },
  { header: actorTexts.alias, cell: ({ actor }) => <ActorLink {...actor} /> },
  { header: listTexts.change, cell: ({ change }) => wordsOf(change) },
  { header: listTexts.fields, cell: ({ fields }) => fields.join(', ') },
];

export function ListChanges({ list, since }: { readonly list: string; readonly since: string }) {
  const pages = usePages(ListChangesDocument, { list, since }, ({ actorChanges }) => actorChanges);
  return (
    <PagedGrid
      pages={pages}
      label={listTexts.changes(since)}
      columns={columns}
      keyOf={({ entry }) => entry}
      empty={listTexts.noChanges}
    />
  );
}
