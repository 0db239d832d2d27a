import { Badge, NavLink } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { mayDo, ownsObligations } from '../session/mayDo';
import type { Session } from '../session/session';
import { appTexts } from '../texts/app';
import { pagesFor } from './pages';
import { WaitingBadge } from './WaitingBadge';
import { WaitingObligationsBadge } from './WaitingObligationsBadge';
import { WaitingUploadsBadge } from './WaitingUploadsBadge';

export function Navigation({ session }: { readonly session: Session }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const badgeOf = (to: string) => {
    if (to === '/proposals' && mayDo(session, 'approve')) return <WaitingBadge />;
    if (to === '/obligations' && ownsObligations(session)) return <WaitingObligationsBadge />;
    if (to === '/lists' && mayDo(session, 'approveLists')) return <WaitingUploadsBadge />;
    return null;
  };
  return (
    <nav aria-label={appTexts.nav.label}>
      {pagesFor(session).map(({ to, label }) => (
        <NavLink
          key={to}
          component={Link}
          to={to}
          label={label}
          active={path === to || path.startsWith(`${to}/`)}
          rightSection={badgeOf(to)}
        />
      ))}
      <NavLink
        href="/explorer"
        label={appTexts.nav.explorer}
        rightSection={
          <Badge variant="default" size="xs">
            {appTexts.nav.explorerKind}
          </Badge>
        }
      />
    </nav>
  );
}
