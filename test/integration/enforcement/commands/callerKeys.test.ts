import { type CommandsUp, commandsUp, person } from '../../../support/commandsUp';

let up: CommandsUp;

beforeAll(async () => {
  up = await commandsUp();
});
afterAll(() => up.close());

const registered = (caller: ReturnType<typeof person>, key: string, venue: string, pseudonym: string) =>
  up.act('registerAccount', { key, venue, pseudonym }, caller);

describe('the idempotency key of a command', () => {
  it('is one of the issuer, the venue or client, and the subject', async () => {
    await up.done('registerVenue', { id: 'atlas', name: 'Atlas' });
    const kestrel = person('partner', 'ops', 'kestrel');
    const callers = [
      { caller: kestrel, venue: 'kestrel', pseudonym: 'k-new' },
      { caller: { ...kestrel, venue: 'atlas' }, venue: 'atlas', pseudonym: 'a-new' },
      { caller: { ...kestrel, issuer: 'https://other.example' }, venue: 'kestrel', pseudonym: 'k-issuer' },
      { caller: { ...kestrel, client: 'desk' }, venue: 'kestrel', pseudonym: 'k-client' },
      { caller: person('analyst', 'ops'), venue: 'kestrel', pseudonym: 'k-analyst' },
    ];
    for (const { caller, venue, pseudonym } of callers) {
      const first = await registered(caller, 'key-1', venue, pseudonym);
      expect(first.errors).toBeUndefined();
      expect(first.data.registerAccount).toMatchObject({ id: `${venue}:${pseudonym}`, repeated: false });
      const again = await registered(caller, 'key-1', venue, pseudonym);
      expect(again.data.registerAccount).toMatchObject({ id: `${venue}:${pseudonym}`, repeated: true });
    }
  });

  it('is named where it is no text', async () => {
    const { errors } = await registered(person('analyst', 'ops'), '\ud800', 'kestrel', 'k-text');
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('key has half of a surrogate pair'),
        extensions: { argument: 'key' },
      },
    ]);
  });

  it('stands for no command that says nothing', async () => {
    const { errors } = await up.act('registerVenue', { key: 'key-3', id: 'blank', name: ' \u00a0 ' });
    expect(errors).toMatchObject([
      { message: 'name is blank: write it out, or leave it out', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is looked up only for a caller that may call the command still', async () => {
    const ann = person('analyst', 'ann');
    const input = { key: 'key-2', venue: 'kestrel', pseudonym: 'k-lost' };
    await up.done('registerAccount', input, ann);
    expect(await up.rejectionOf('registerAccount', input, { ...ann, roles: ['auditor'] })).toBe(
      'ROLE_MISSING',
    );
    const unscoped = { ...ann, scopes: ann.scopes.filter((scope) => scope !== 'enforcement:register') };
    expect(await up.rejectionOf('registerAccount', input, unscoped)).toBe('ROLE_MISSING');
  });
});
