import type { WalletShown } from './walletShown';
import { Alert, Stack } from '@mantine/core';
import { useAddressId } from '../../app/useAddressId';
import { WalletPageDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { StatusBadge } from '../../parts/Badges';
import { Facts } from '../../parts/Facts';
import { Grid } from '../../parts/Grid';
import { AccountLink } from '../../parts/Links';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { addressOf, shortened } from '../../parts/words';
import { mayRead } from '../../session/mayDo';
import { useSession } from '../../session/useSession';
import { walletTexts } from '../../texts/wallet';
import { partTexts } from '../../texts/parts';
import { WatchButton } from '../../watching/WatchButton';
import { FollowFunds } from '../follow/FollowFunds';
import { Designations } from '../actor/Designations';
import { Attributions } from './Attributions';
import { Exposure } from './Exposure';
import { Transfers } from './Transfers';

export function WalletPage() {
  const id = useAddressId();
  const session = useSession();
  const mayFollow = mayRead(session, 'attribution:read', 'enforcement:read');
  const query = useAsk(WalletPageDocument, { id });
  return (
    <Page
      title={shortened(addressOf(id), 12, 8)}
      beside={query.data?.data.wallet ? <WatchButton subject={{ wallet: id }} name={id} /> : null}
    >
      <Answered
        query={query}
        at={['wallet']}
        pick={({ wallet }) => wallet}
        absent={<Alert title={walletTexts.none} />}
      >
        {(wallet) => (
          <Stack gap="lg">
            <Section title={walletTexts.facts}>
              <Facts
                of={[
                  ['CAIP-10', <span className="mono">{wallet.id}</span>],
                  [walletTexts.chain, wallet.chain],
                  [walletTexts.problem, wallet.problem],
                ]}
              />
            </Section>
            <Listings wallet={wallet} />
            <Attributions of={wallet.attributions} wallet={wallet.id} />
            {mayFollow ? <FollowFunds key={wallet.id} id={wallet.id} /> : null}
            <Exposure id={wallet.id} />
            <Transfers id={wallet.id} />
            <WalletAccounts wallet={wallet} />
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

/** Null listings are a gap, which the page shows above: only a list that could be read is shown as empty. */
function Listings({ wallet }: { readonly wallet: WalletShown }) {
  return (
    <Designations
      of={wallet.listings ?? []}
      title={walletTexts.lists}
      hint={walletTexts.listsHint}
      empty={wallet.listings ? walletTexts.notListed : partTexts.unknown}
    />
  );
}

function WalletAccounts({ wallet }: { readonly wallet: WalletShown }) {
  return (
    <Section title={walletTexts.accounts}>
      <Grid
        label={walletTexts.accounts}
        rows={wallet.accounts ?? []}
        keyOf={({ id }) => id}
        empty={wallet.accounts ? walletTexts.noAccounts : partTexts.unknown}
        columns={[
          { header: walletTexts.accounts, cell: ({ id }) => <AccountLink id={id} /> },
          { header: partTexts.status, cell: ({ status }) => <StatusBadge status={status} /> },
        ]}
      />
    </Section>
  );
}
