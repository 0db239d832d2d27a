import { isPartner, mayRead } from '../session/mayDo';
import type { Session } from '../session/session';
import { appTexts } from '../texts/app';

export interface PageLink {
  readonly to: string;
  readonly label: string;
}

const { nav } = appTexts;

/** The pages that this person may see: what a role may not see has no link. */
export function pagesFor(session: Session): readonly PageLink[] {
  const enforcement = mayRead(session, 'enforcement:read');
  const operator = enforcement && !isPartner(session);
  const claims = session.scopes.some((scope) => scope === 'claims:read' || scope === 'claims:published');
  const offered: readonly (PageLink & { readonly shown: boolean })[] = [
    { to: '/screening', label: nav.screening, shown: mayRead(session, 'sanctions:read') },
    { to: '/accounts', label: nav.accounts, shown: enforcement },
    { to: '/proposals', label: nav.proposals, shown: operator },
    { to: '/processes', label: nav.processes, shown: enforcement },
    { to: '/alerts', label: nav.alerts, shown: mayRead(session, 'attribution:read', 'enforcement:read') },
    { to: '/obligations', label: nav.obligations, shown: enforcement },
    { to: '/lists', label: nav.lists, shown: mayRead(session, 'sanctions:read') },
    { to: '/claims', label: nav.claims, shown: claims },
    { to: '/ledger', label: nav.ledger, shown: operator },
  ];
  return offered.filter(({ shown }) => shown);
}
