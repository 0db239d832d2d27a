import { RouteLink } from '../../parts/RouteLink';
import { Box, SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ProposalsDocument, type ProposalsQuery, type ProposalState } from '../../graph/generated/graphql';
import { usePages } from '../../graph/usePages';
import { StatusBadge } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { Page } from '../../parts/Page';
import { PagedGrid } from '../../parts/PagedGrid';
import { When } from '../../parts/When';
import { proposalTexts } from '../../texts/proposals';

type ProposalRow = NonNullable<ProposalsQuery['proposals']>['nodes'][number];

const states: readonly ProposalState[] = ['PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'LAPSED'];

const columns: readonly Column<ProposalRow>[] = [
  {
    header: proposalTexts.proposal,
    cell: ({ id, command, accounts }) => (
      <RouteLink to="/proposals/$id" params={{ id }} inherit>
        {proposalTexts.what(
          proposalTexts.acts[command] ?? command,
          accounts.map((account) => account.id).join(', '),
        )}
      </RouteLink>
    ),
  },
  { header: proposalTexts.state, cell: ({ state }) => <StatusBadge status={state} /> },
  { header: proposalTexts.by, cell: ({ proposer }) => proposer },
  { header: proposalTexts.at, cell: ({ proposedAt }) => <When at={proposedAt} /> },
  { header: proposalTexts.expires, cell: ({ expires }) => <When at={expires} /> },
];

/** The inbox: what waits first. */
export function ProposalsPage() {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = states.find((one) => one === search.state) ?? 'PENDING';
  const pages = usePages(ProposalsDocument, { state }, ({ proposals }) => proposals);
  return (
    <Page title={proposalTexts.title}>
      <div className="grid-scroll">
        <SegmentedControl
          size="xs"
          aria-label={proposalTexts.state}
          value={state}
          onChange={(value) => void navigate({ to: '/proposals', search: { state: value } })}
          data={states.map((value) => ({ value, label: proposalTexts.states[value] }))}
        />
      </div>
      <Box className="surface" p={{ base: 'sm', sm: 'md' }}>
        <PagedGrid
          pages={pages}
          label={proposalTexts.title}
          columns={columns}
          keyOf={({ id }) => id}
          empty={proposalTexts.empty}
        />
      </Box>
    </Page>
  );
}
