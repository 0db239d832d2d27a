import { startGateway } from '../../../gateway/server';

jest.mock('mongoose', () => {
  throw new Error('the driver was loaded');
});

it('a gateway without a database does not load the driver of one, which takes 30 MB', () => {
  expect(startGateway).toBeInstanceOf(Function);
});
