import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { CompletePage } from '../pages/signIn/CompletePage';
import { Crashed } from './Crashed';
import { Frame } from './Frame';
import { NotFound } from './NotFound';
import { parseSearch, stringifySearch } from './searchText';

const root = createRootRoute();
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  notFoundComponent: NotFound,
});
const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: CompletePage });

/** Search parameters that are text; everything else in the address is omitted. */
const texts =
  <const Name extends string>(...names: readonly Name[]) =>
  (given: Record<string, unknown>): { [Key in Name]?: string | undefined } =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = given[name];
        return typeof value === 'string' && value !== '' ? [[name, value]] : [];
      }),
    ) as { [Key in Name]?: string | undefined };

const under = { getParentRoute: () => frame };

const pages = [
  createRoute({
    ...under,
    path: '/',
    validateSearch: texts('q'),
    component: lazyRouteComponent(() => import('../pages/home/HomePage'), 'HomePage'),
  }),
  createRoute({
    ...under,
    path: '/actors/$id',
    component: lazyRouteComponent(() => import('../pages/actor/ActorPage'), 'ActorPage'),
  }),
  createRoute({
    ...under,
    path: '/wallets/$id',
    validateSearch: texts('follow', 'hops', 'asOf', 'to', 'exposure', 'transfers'),
    component: lazyRouteComponent(() => import('../pages/wallet/WalletPage'), 'WalletPage'),
  }),
  createRoute({
    ...under,
    path: '/transactions/$id',
    component: lazyRouteComponent(() => import('../pages/transaction/TransactionPage'), 'TransactionPage'),
  }),
  createRoute({
    ...under,
    path: '/accounts',
    validateSearch: texts('status', 'venue'),
    component: lazyRouteComponent(() => import('../pages/accounts/AccountsPage'), 'AccountsPage'),
  }),
  createRoute({
    ...under,
    path: '/accounts/$id',
    validateSearch: texts('asOf', 'knownAt'),
    component: lazyRouteComponent(() => import('../pages/account/AccountPage'), 'AccountPage'),
  }),
  createRoute({
    ...under,
    path: '/screening',
    component: lazyRouteComponent(() => import('../pages/screening/ScreeningPage'), 'ScreeningPage'),
  }),
  createRoute({
    ...under,
    path: '/processes',
    validateSearch: texts('expires'),
    component: lazyRouteComponent(() => import('../pages/processes/ProcessesPage'), 'ProcessesPage'),
  }),
  createRoute({
    ...under,
    path: '/processes/new',
    component: lazyRouteComponent(() => import('../pages/processes/NewProcessPage'), 'NewProcessPage'),
  }),
  createRoute({
    ...under,
    path: '/processes/$id',
    validateSearch: texts('recorded'),
    component: lazyRouteComponent(() => import('../pages/processes/ProcessPage'), 'ProcessPage'),
  }),
  createRoute({
    ...under,
    path: '/proposals',
    validateSearch: texts('state'),
    component: lazyRouteComponent(() => import('../pages/proposals/ProposalsPage'), 'ProposalsPage'),
  }),
  createRoute({
    ...under,
    path: '/proposals/$id',
    component: lazyRouteComponent(() => import('../pages/proposals/ProposalPage'), 'ProposalPage'),
  }),
  createRoute({
    ...under,
    path: '/alerts',
    component: lazyRouteComponent(() => import('../pages/alerts/AlertsPage'), 'AlertsPage'),
  }),
  createRoute({
    ...under,
    path: '/obligations',
    validateSearch: texts('state'),
    component: lazyRouteComponent(() => import('../pages/obligations/ObligationsPage'), 'ObligationsPage'),
  }),
  createRoute({
    ...under,
    path: '/lists',
    component: lazyRouteComponent(() => import('../pages/lists/ListsPage'), 'ListsPage'),
  }),
  createRoute({
    ...under,
    path: '/claims',
    validateSearch: texts('about', 'search'),
    component: lazyRouteComponent(() => import('../pages/claims/ClaimsPage'), 'ClaimsPage'),
  }),
  createRoute({
    ...under,
    path: '/ledger',
    component: lazyRouteComponent(() => import('../pages/ledger/LedgerPage'), 'LedgerPage'),
  }),
  createRoute({
    ...under,
    path: '/evidence',
    validateSearch: texts('account', 'actor', 'trace', 'measure'),
    component: lazyRouteComponent(() => import('../pages/evidence/EvidencePage'), 'EvidencePage'),
  }),
  createRoute({ ...under, path: '/$', component: NotFound }),
];

export const router = createRouter({
  routeTree: root.addChildren([frame.addChildren(pages), signedIn]),
  defaultErrorComponent: Crashed,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
