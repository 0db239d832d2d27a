import { Text } from '@mantine/core';
import { Illustrative, StatusBadge } from '../../parts/Badges';
import type { Column } from '../../parts/Grid';
import { AccountLink } from '../../parts/Links';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { obligationTexts } from '../../texts/obligations';
import type { ObligationRow } from './obligationRow';

const account: Column<ObligationRow> = {
  header: obligationTexts.account,
  cell: ({ account }) => (account ? <AccountLink id={account.id} /> : '–'),
};

/** The columns of obligations on the page of one account. */
export const accountObligationColumns: readonly Column<ObligationRow>[] = [
  {
    header: obligationTexts.kind,
    cell: ({ kind, about, illustrative }) => (
      <>
        {wordsOf(kind)} <Illustrative when={illustrative} />
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      </>
    ),
  },
  {
    header: obligationTexts.due,
    cell: ({ dueOn }) => (dueOn ? <When at={dueOn} /> : obligationTexts.notDue),
  },
  { header: obligationTexts.state, cell: ({ state }) => <StatusBadge status={state} /> },
  { header: obligationTexts.owner, cell: ({ ownerRole }) => ownerRole },
  {
    header: obligationTexts.rule,
    cell: ({ rule, note }) => (
      <>
        {rule}
        {note ? (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        ) : null}
      </>
    ),
  },
  {
    header: obligationTexts.met,
    cell: ({ metBy }) =>
      metBy ? (
        <>
          {metBy.reference ?? metBy.id} <When at={metBy.filedAt} />
        </>
      ) : (
        '–'
      ),
  },
];

/** The columns of obligations of all accounts and venues. */
export const obligationColumns: readonly Column<ObligationRow>[] = [
  ...accountObligationColumns.slice(0, 3),
  account,
  { header: obligationTexts.venue, cell: ({ venue }) => venue.name },
  ...accountObligationColumns.slice(3),
];
