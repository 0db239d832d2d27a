import type { ClaimsQuery } from '../../graph/generated/graphql';
import type { Pages } from '../../graph/usePages';
import { StatusBadge } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { PagedGrid } from '../../parts/PagedGrid';
import { quotedSource } from '../../parts/sourceFacts';
import { SourceLine } from '../../parts/SourceLine';
import { wordsOf } from '../../parts/words';
import { claimTexts } from '../../texts/claims';

type ClaimRow = NonNullable<ClaimsQuery['claims']>['nodes'][number];

const columns: readonly Column<ClaimRow>[] = [
  { header: claimTexts.statement, cell: ({ statement }) => statement },
  { header: claimTexts.modality, cell: ({ modality }) => wordsOf(modality) },
  { header: claimTexts.status, cell: ({ status }) => <StatusBadge status={status} /> },
  { header: claimTexts.source, cell: (claim) => <SourceLine source={quotedSource(claim)} /> },
];

export interface ClaimsTableProps {
  readonly pages: Pages<ClaimRow>;
  readonly label: string;
  /** The text in place of a table without rows. */
  readonly empty: string;
}

/** Claims, each with its source and the source's own words. */
export function ClaimsTable({ pages, label, empty }: ClaimsTableProps) {
  return <PagedGrid pages={pages} label={label} columns={columns} keyOf={({ id }) => id} empty={empty} />;
}
