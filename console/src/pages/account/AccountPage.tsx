import type { AccountShown } from './accountShown';
import { Alert, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useAddressId } from '../../app/useAddressId';
import { AccountPageDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Illustrative, StatusBadge } from '../../parts/Badges';
import { endOf, isDay } from '../../parts/day';
import { Facts } from '../../parts/Facts';
import { Page } from '../../parts/Page';
import { RouteLink } from '../../parts/RouteLink';
import { Section } from '../../parts/Section';
import { When } from '../../parts/When';
import { wordsOf } from '../../parts/words';
import { isPartner, mayDo, mayRead } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { evidenceTexts } from '../../texts/evidence';
import { accountTexts } from '../../texts/account';
import { WatchButton } from '../../watching/WatchButton';
import { AccountActs } from './AccountActs';
import { AccountHoldings } from './AccountHoldings';
import { AccountMeasures } from './AccountMeasures';
import { AccountObligations } from './AccountObligations';
import { AccountWallets } from './AccountWallets';
import { subjectOf } from './actSubject';
import { MeasureBars } from './MeasureBars';

/** A day of the address; one that does not exist counts as none, so that no answer is shown under it. */
const dayIn = (text: string | undefined) => (text && isDay(text) ? text : undefined);

export function AccountPage() {
  const id = useAddressId();
  const search = useSearch({ strict: false });
  const asOf = dayIn(search.asOf);
  const knownAt = dayIn(search.knownAt);
  const view = accountTexts.view(asOf, knownAt);
  const session = useSession();
  const query = useAsk(AccountPageDocument, { id, asOf: endOf(asOf), knownAt: endOf(knownAt) });
  const account = query.data?.data.account;
  return (
    <Page
      title={id}
      beside={
        account ? (
          <>
            <StatusBadge status={account.status} view={view} /> <Illustrative when={account.illustrative} />
            <WatchButton subject={{ account: account.id }} name={account.id} />
            {isPartner(session) ? null : (
              <RouteLink to="/evidence" search={{ account: account.id }} size="sm" className="no-print">
                {evidenceTexts.open}
              </RouteLink>
            )}
          </>
        ) : null
      }
    >
      <Answered
        query={query}
        at={['account']}
        pick={(data) => data.account}
        absent={<Alert color="gray" title={accountTexts.none} />}
      >
        {(shown) => (
          <Stack gap="lg">
            {mayDo(session, 'propose') ? <AccountActs subject={subjectOf(shown)} /> : null}
            <AccountFacts account={shown} view={view} />
            <MeasureBars account={shown} asOf={asOf} knownAt={knownAt} />
            <AccountMeasures account={shown} knownAt={knownAt} />
            <AccountHoldings of={shown.holdings} subject={subjectOf(shown)} />
            <AccountObligations id={id} />
            {mayRead(session, 'attribution:read') ? <AccountWallets id={id} /> : null}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

interface AccountFactsProps {
  readonly account: AccountShown;
  /** The days of the view, where they are not today. */
  readonly view: string | undefined;
}

function AccountFacts({ account, view }: AccountFactsProps) {
  const { venue, status, frozenSince, retainUntil } = account;
  return (
    <Section title={accountTexts.facts}>
      <Facts
        of={[
          [accountTexts.venue, `${venue.name} (${venue.id})`],
          [accountTexts.status, view ? `${status} (${view})` : status],
          [accountTexts.since, frozenSince ? <When at={frozenSince} /> : null],
          [
            accountTexts.retention,
            `${accountTexts.retentionOf(wordsOf(retainUntil.state), retainUntil.until)}: ${retainUntil.reason}`,
          ],
        ]}
      />
    </Section>
  );
}
