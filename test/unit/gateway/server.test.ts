jest.mock('mongoose', () => {
  throw new Error('the driver was loaded');
});

it('a gateway without a database does not load the driver of one, which takes 30 MB', async () => {
  const { startGateway } = await import('../../../gateway/server');
  expect(startGateway).toBeInstanceOf(Function);
});
