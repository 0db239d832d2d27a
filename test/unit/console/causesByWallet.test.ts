import { causesByWallet } from '../../../console/src/pages/wallet/causesByWallet';

it('keeps every cause for which the methods stopped at a wallet, each once', () => {
  const cut = (id: string, cause: string) => ({ wallet: { id }, cause });
  const causes = causesByWallet([cut('a', 'HUB'), cut('b', 'HUB'), cut('a', 'BUDGET'), cut('a', 'HUB')]);
  expect([...causes].map(([id, of]) => [id, [...of]])).toEqual([
    ['a', ['HUB', 'BUDGET']],
    ['b', ['HUB']],
  ]);
});
