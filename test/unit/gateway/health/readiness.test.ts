import { subgraphNames } from '../../../../cli/deployables';
import { readiness } from '../../../../gateway/health/readiness';
import type { SubgraphLink } from '../../../../gateway/link/subgraphLink';
import { createLogger } from '../../../../shared/logger/logger';

const supergraph = { current: () => ({ id: 'a' }), rejected: () => undefined } as never;
const logger = createLogger('test', 'silent');

/** Asks subgraphs, by name with the cases that each says, for the case `wanted`. */
function ask(told: Readonly<Record<string, readonly string[] | undefined>>) {
  const links = Object.entries(told).map(
    ([name, cases]) => [name, { name, health: async () => ({ cases }) } as SubgraphLink] as const,
  );
  return readiness(new Map(links), supergraph, 'wanted', logger);
}

const everywhere = Object.fromEntries(subgraphNames.map((name) => [name, ['wanted', 'other']]));

describe('the configured case', () => {
  it('is loaded where every subgraph of Cordon says so; one of another maker need not', async () => {
    expect(await ask({ ...everywhere, tickets: undefined })).toMatchObject({ ready: true, withoutCase: [] });
  });

  it.each(subgraphNames)('is missing where %s does not say that it has it', async (name) => {
    for (const cases of [undefined, [], ['other']])
      expect(await ask({ ...everywhere, [name]: cases })).toMatchObject({
        ready: false,
        missing: [],
        withoutCase: [name],
      });
  });

  it('is missing where another maker says cases, and not this one', async () => {
    expect(await ask({ ...everywhere, tickets: [] })).toMatchObject({
      ready: false,
      withoutCase: ['tickets'],
    });
  });

  it('is missing everywhere where no subgraph says it', async () => {
    const names = ['catalog', 'tickets'];
    const told = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(await ask(told)).toMatchObject({ ready: false, withoutCase: names });
  });
});
