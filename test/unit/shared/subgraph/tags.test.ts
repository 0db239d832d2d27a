import { parse, print } from 'graphql';
import { addTags } from '../../../../shared/subgraph/tags';

const sdl = parse(`
  type Query { account: Account proposals: [Proposal] }
  type Mutation { register(input: Input): Account approve: Proposal }
  type Account { id: ID! maker: String }
  type Proposal { id: ID! state: State }
  input Input { id: ID! actor: ID }
  enum State { OPEN }
`);

it('tags what is named, and every mutation that no partner may call', () => {
  const tags = {
    internal: ['Query.proposals', 'Proposal', 'State', 'Account.maker', 'Input.actor'],
    restricted: ['Account', 'Proposal'],
  };
  const permissions = {
    register: { analyst: 'write', partner: 'write' },
    approve: { approver: 'approve' },
  };
  const tagged = print(addTags(sdl, tags, permissions));
  expect(tagged).toContain('proposals: [Proposal] @tag(name: "internal")');
  expect(tagged).toContain('type Proposal @tag(name: "internal") @tag(name: "restricted") {');
  expect(tagged).toContain('type Account @tag(name: "restricted") {');
  expect(tagged).toContain('maker: String @tag(name: "internal")');
  expect(tagged).toContain('actor: ID @tag(name: "internal")');
  expect(tagged).toContain('enum State @tag(name: "internal")');
  expect(tagged).toContain('approve: Proposal @tag(name: "internal")');
  expect(tagged).toContain('register(input: Input): Account\n');
});

it('rejects a tag for what the schema does not have', () => {
  expect(() => addTags(sdl, { internal: ['Account.cheker'] }, {})).toThrow('Account.cheker');
});
