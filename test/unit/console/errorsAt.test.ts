import { errorsAt } from '../../../console/src/graph/answer';

const at = (...path: (string | number)[]) => ({ message: path.join('.'), path });

describe('the errors that explain a gap', () => {
  const errors = [
    at('actor'),
    at('actor', 'frozenAccounts'),
    at('actor', 'frozenAccounts', 'nodes', 0),
    at('actor', 'name'),
  ];

  it('are at its path, above it and below it', () => {
    expect(errorsAt(errors, ['actor', 'frozenAccounts']).map(({ message }) => message)).toEqual([
      'actor',
      'actor.frozenAccounts',
      'actor.frozenAccounts.nodes.0',
    ]);
  });

  it('include one without a path: it may explain any gap', () => {
    expect(errorsAt([{ message: 'all' }], ['actor'])).toHaveLength(1);
  });
});
