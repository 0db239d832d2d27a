import { RouteLink } from './RouteLink';
import { addressOf, shortened } from './words';

interface Named {
  readonly id: string;
  readonly name?: string | null | undefined;
}

export const ActorLink = ({ id, name }: Named) => (
  <RouteLink to="/actors/$id" params={{ id }} inherit>
    {name ?? id}
  </RouteLink>
);

export const WalletLink = ({ id, whole = false }: { readonly id: string; readonly whole?: boolean }) => (
  <RouteLink
    to="/wallets/$id"
    params={{ id }}
    inherit
    className={whole ? 'mono' : 'mono unbroken'}
    title={id}
  >
    {whole ? id : shortened(addressOf(id))}
  </RouteLink>
);

export const AccountLink = ({ id }: { readonly id: string }) => (
  <RouteLink to="/accounts/$id" params={{ id }} inherit>
    {id}
  </RouteLink>
);

export const ProcessLink = ({ id, name }: Named) => (
  <RouteLink to="/processes/$id" params={{ id }} inherit>
    {name ?? id}
  </RouteLink>
);

/** `id` is `<chain>:<hash>`. */
export const TransactionLink = ({ id, name }: Named) => (
  <RouteLink
    to="/transactions/$id"
    params={{ id }}
    inherit
    className={name ? undefined : 'mono unbroken'}
    title={id}
  >
    {name ?? shortened(addressOf(id))}
  </RouteLink>
);
