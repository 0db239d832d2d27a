/** The addresses of the console's pages; a test holds the console's own routes to them. Ends with `*` where an id follows. */
export const consolePaths = [
  '/',
  '/actors/*',
  '/wallets/*',
  '/accounts',
  '/accounts/*',
  '/screening',
  '/processes',
  '/processes/*',
  '/proposals',
  '/proposals/*',
  '/alerts',
  '/obligations',
  '/lists',
  '/claims',
  '/ledger',
  '/signed-in',
] as const;
