import { AccountLink, ActorLink, WalletLink } from '../../parts/Links';
import { partTexts } from '../../texts/parts';

export interface SubjectShown {
  readonly wallet?: { readonly id: string } | null;
  readonly account?: { readonly id: string } | null;
  readonly actor?: { readonly id: string; readonly name: string } | null;
}

/** A watched subject, linked to its page; unknown where it was not answered. */
export function SubjectLink({ subject: { wallet, account, actor } }: { readonly subject: SubjectShown }) {
  if (wallet) return <WalletLink id={wallet.id} />;
  if (account) return <AccountLink id={account.id} />;
  return actor ? <ActorLink {...actor} /> : partTexts.unknown;
}
