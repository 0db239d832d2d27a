import { AccountLink, ActorLink, WalletLink } from '../../parts/Links';

export interface SubjectShown {
  readonly wallet?: { readonly id: string } | null;
  readonly account?: { readonly id: string } | null;
  readonly actor?: { readonly id: string; readonly name: string } | null;
}

/** What is watched, linked to its page. */
export function SubjectLink({ subject: { wallet, account, actor } }: { readonly subject: SubjectShown }) {
  if (wallet) return <WalletLink id={wallet.id} />;
  if (account) return <AccountLink id={account.id} />;
  return actor ? <ActorLink {...actor} /> : null;
}
