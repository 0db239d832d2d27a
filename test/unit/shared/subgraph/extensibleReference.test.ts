import type { GraphQLResolveInfo } from 'graphql';
import { extensibleReference } from '../../../../shared/subgraph/extensibleReference';

const info = {} as GraphQLResolveInfo;
const record = Object.freeze({ _id: 'a', venue: Object.freeze({ id: 'v' }) });

it.each([
  ['at once', () => record],
  ['later', async () => record],
])(
  'a frozen record that is found %s is copied, so that a name can be written onto it',
  async (_when, resolve) => {
    const found = await extensibleReference(resolve)({ id: 'a' }, {}, info);
    expect(found).toEqual(record);
    Object.defineProperty(found, '__typename', { value: 'Account' });
    expect(record).not.toHaveProperty('__typename');
  },
);

it('any other is what was found, and an error stays one', async () => {
  const own = { _id: 'a' };
  expect(extensibleReference(() => own)({ id: 'a' }, {}, info)).toBe(own);
  const lost = extensibleReference(() => Promise.reject(new Error('no such')));
  await expect(lost({ id: 'b' }, {}, info)).rejects.toThrow('no such');
});
