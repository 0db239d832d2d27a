import { AccountWalletsDocument } from '../../graph/generated/graphql';
import { useAsk } from '../../graph/useAsk';
import { Answered } from '../../parts/Answered';
import { Grid } from '../../parts/Grid';
import { WalletLink } from '../../parts/Links';
import { Section } from '../../parts/Section';
import { walletTexts } from '../../texts/wallet';
import { accountTexts } from '../../texts/account';

export function AccountWallets({ id }: { readonly id: string }) {
  const query = useAsk(AccountWalletsDocument, { id });
  return (
    <Section title={accountTexts.wallets}>
      <Answered
        query={query}
        at={['account', 'depositWallets']}
        pick={({ account }) => account?.depositWallets}
      >
        {(wallets) => (
          <Grid
            label={accountTexts.wallets}
            rows={wallets}
            keyOf={(wallet) => wallet.id}
            empty={accountTexts.noWallets}
            columns={[
              { header: accountTexts.wallet, cell: (wallet) => <WalletLink id={wallet.id} whole /> },
              { header: walletTexts.chain, cell: ({ chain }) => chain },
            ]}
          />
        )}
      </Answered>
    </Section>
  );
}
