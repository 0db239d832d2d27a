import { memoryProofs } from '../../../../gateway/tokens/memoryProofs';

it('takes no proof twice, and none more than it can remember', async () => {
  const proofs = memoryProofs(3);
  const until = Date.now() + 60_000;
  for (const proof of ['a', 'b', 'c']) expect(await proofs.take(proof, until)).toBe(true);
  await expect(proofs.take('d', until)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  for (const proof of ['a', 'b', 'c']) expect(await proofs.take(proof, until)).toBe(false);
});

it('makes room of proofs that are accepted no more', async () => {
  const proofs = memoryProofs(2);
  expect(await proofs.take('old', Date.now() - 1)).toBe(true);
  expect(await proofs.take('new', Date.now() + 60_000)).toBe(true);
  expect(await proofs.take('next', Date.now() + 60_000)).toBe(true);
  expect(await proofs.take('new', Date.now() + 60_000)).toBe(false);
});
