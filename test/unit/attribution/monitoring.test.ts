import { createHmac } from 'node:crypto';
import dns from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Completeness, isWholeWithinHops } from '../../../shared/subgraph/completeness';
import {
  type Finding,
  type FindingChange,
  findingKinds,
  type FindingSet,
  settle,
} from '../../../subgraphs/attribution/monitoring/finding.rules';
import { monitoringPolicy } from '../../../subgraphs/attribution/monitoring/monitoringPolicy';
import { openAlertPost } from '../../../subgraphs/attribution/monitoring/postAlert';
import { afterAttempt } from '../../../subgraphs/attribution/monitoring/retry.rules';
import {
  secretProblem,
  signatureHeaders,
  standardSecret,
} from '../../../subgraphs/attribution/monitoring/signature.rules';
import { addressProblem, targetProblem } from '../../../subgraphs/attribution/monitoring/webhookTarget.rules';

const kinds = findingKinds.slice(0, 3);
const findings = fc
  .uniqueArray(
    fc.record({ kind: fc.constantFrom(...kinds), n: fc.nat(5), direct: fc.constantFrom('1', '2', null) }),
    { selector: ({ kind, n }) => `${kind} ${n}` },
  )
  .map((drawn): Finding[] => drawn.map(({ kind, n, direct }) => ({ id: `${kind} ${n}`, kind, direct })));
const completeness = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...Object.values(Completeness))))
  .map((drawn) => Object.fromEntries(drawn) as FindingSet['completeness']);
const sets = fc.record({ findings, completeness });

const idsOf = (set: readonly Finding[]) => set.map(({ id }) => id).sort();

/** Applies the changes to the findings before. */
function applied(before: readonly Finding[], changes: readonly FindingChange[]): Map<string, Finding> {
  const set = new Map(before.map((finding) => [finding.id, finding]));
  for (const { change, before: old, after } of changes) {
    if (change === 'ADDED') expect(set.has(after!.id)).toBe(false);
    else expect(set.get(old!.id)).toEqual(old);
    if (after) set.set(after.id, after);
    else set.delete(old!.id);
  }
  return set;
}

describe('what changed of a subject', () => {
  it('is what makes what is of what was', () => {
    fc.assert(
      fc.property(sets, sets, (before, found) => {
        const { changes, after } = settle(before, found);
        const made = applied(before.findings, changes);
        expect(idsOf(after.findings)).toEqual([...made.keys()].sort());
        for (const finding of after.findings) expect(made.get(finding.id)).toEqual(finding);
      }),
    );
  });

  it('is what is found, wherever all was looked at; what a cut search does not find is not gone', () => {
    fc.assert(
      fc.property(sets, sets, (before, found) => {
        const { changes, after } = settle(before, found);
        // Within the hops all was looked at, also where more lies beyond them.
        const isWhole = ({ kind }: Finding) => isWholeWithinHops(found.completeness[kind] ?? 'COMPLETE');
        expect(idsOf(after.findings.filter(isWhole))).toEqual(idsOf(found.findings.filter(isWhole)));
        const gone = changes.filter(({ change }) => change === 'REMOVED');
        expect(gone.every(({ before: old }) => isWhole(old!))).toBe(true);
        const kept = new Set(idsOf(after.findings));
        const cut = [...before.findings, ...found.findings].filter((finding) => !isWhole(finding));
        expect(cut.every(({ id }) => kept.has(id))).toBe(true);
      }),
    );
  });

  it('is nothing when it is looked at again, in whatever order fields come from the store', () => {
    fc.assert(
      fc.property(sets, sets, (before, found) => {
        const { after } = settle(before, found);
        const stored = {
          ...after,
          findings: after.findings.map(({ id, kind, direct }) => ({
            ...(direct ? { direct } : {}),
            kind,
            id,
          })),
        };
        expect(settle(stored, found).changes).toEqual([]);
      }),
    );
  });
});

describe('when a webhook is called again', () => {
  const start = new Date('2024-01-01T00:00:00Z');
  const end = new Date(start.getTime() + monitoringPolicy.giveUpMs);

  it('is ever later, by half a wait to a whole one, and given up after a day, since it was last asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(null, 302, 404, 500),
        (random, status) => {
          let at = start;
          for (let attempts = 0; attempts < monitoringPolicy.attemptsKept; attempts++) {
            const delivery = { attempts: attempts + 30, attemptsBefore: 30, nextAt: at, giveUpAt: end };
            const next = afterAttempt(delivery, { at, status, error: null }, random);
            if (next.status === 'GIVEN_UP') return at.getTime() > end.getTime() - monitoringPolicy.maxRetryMs;
            const wait = next.nextAt.getTime() - at.getTime();
            const whole = Math.min(monitoringPolicy.maxRetryMs, 1_000 * 2 ** attempts);
            expect(wait).toBeGreaterThanOrEqual(Math.floor(whole / 2));
            expect(wait).toBeLessThanOrEqual(whole);
            at = next.nextAt;
          }
          return false;
        },
      ),
    );
  });

  it('is never, where it was received', () => {
    const delivery = { attempts: 3, attemptsBefore: 0, nextAt: start, giveUpAt: end };
    const received = { at: start, status: 202, error: null };
    expect(afterAttempt(delivery, received, 0.5)).toMatchObject({ status: 'DELIVERED' });
  });
});

describe('where webhooks may go', () => {
  const nowhere = { loopback: false, privateNetworks: false };
  const anywhere = { loopback: true, privateNetworks: true };
  const inside = [
    '10.0.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '127.9.9.9',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:192.168.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
  ];
  it.each(inside)('is not %s, but where it is allowed', (address) => {
    expect(addressProblem(address, nowhere)).toMatch(/webhooks do not go to/);
    expect(addressProblem(address, anywhere)).toBeNull();
  });

  it.each(['1.1.1.1', '172.32.0.1', '2606:4700:4700::1111'])('is %s', (address) => {
    expect(addressProblem(address, nowhere)).toBeNull();
    expect(
      targetProblem(`https://${address.includes(':') ? `[${address}]` : address}/x`, nowhere),
    ).toBeNull();
  });

  it('is http only on this machine, and there where it is allowed', () => {
    expect(targetProblem('http://127.0.0.1:9/', { ...nowhere, loopback: true })).toBeNull();
    expect(targetProblem('http://[::1]:9/', nowhere)).toMatch(/this machine/);
    expect(targetProblem('http://1.1.1.1/', anywhere)).toMatch(/https/);
    expect(targetProblem('no url', anywhere)).toMatch(/no URL/);
  });
});

it('rejects a name at the moment of connecting, where it means another address than before', async () => {
  let calls = 0;
  const receiver = createServer((request, response) => {
    calls++;
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  let meaning = ['127.0.0.1'];
  const lookup = jest.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    _options: object,
    answer: (error: null, addresses: dns.LookupAddress[]) => void,
  ) => {
    answer(
      null,
      meaning.map((address) => ({ address, family: 4 })),
    );
  }) as never);
  const post = openAlertPost();
  const send = () =>
    post.send(
      {
        url: `http://localhost:${port}/`,
        secret: 's',
        deliveryId: 'd',
        body: '{}',
        allowed: { loopback: true, privateNetworks: false },
      },
      new AbortController().signal,
    );
  try {
    expect(await send()).toMatchObject({ status: 204, error: null });
    for (const later of [['10.0.0.1'], ['169.254.169.254'], ['127.0.0.1', '192.168.0.1']]) {
      meaning = later;
      receiver.closeAllConnections();
      expect(await send()).toMatchObject({
        status: null,
        error: expect.stringMatching(/webhooks do not go to/),
      });
    }
    expect(calls).toBe(1);
  } finally {
    lookup.mockRestore();
    await post.close();
    receiver.close();
  }
});

describe('the headers that sign a call', () => {
  const body = '{"test": 2432232314}';
  const at = new Date(1_614_265_330_000);
  const call = { deliveryId: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, body };

  it("are Cordon's own, over the time and the body", () => {
    const wanted = createHmac('sha256', 'a secret').update(`1614265330.${body}`).digest('hex');
    expect(signatureHeaders('a secret', call)).toMatchObject({
      'cordon-delivery-id': call.deliveryId,
      'cordon-timestamp': '1614265330',
      'cordon-signature': `v1=${wanted}`,
    });
  });

  it("are those of Standard Webhooks, as in its libraries' own test", () => {
    expect(signatureHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', call)).toMatchObject({
      'webhook-id': call.deliveryId,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('are verified by a stock library, under any secret', () => {
    const secrets = fc.oneof(
      fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => standardSecret(Buffer.from(bytes))),
      fc.string({ unit: 'grapheme', minLength: 32, maxLength: 60 }),
      fc.string({ minLength: 32, maxLength: 60 }).map((text) => `whsec_${text}`),
    );
    fc.assert(
      fc.property(secrets, fc.json(), (secret, json) => {
        const headers = signatureHeaders(secret, { ...call, at: new Date(), body: json });
        const isStandard = secret.startsWith('whsec_') && secretProblem(secret) === null;
        const verifier = isStandard
          ? new Webhook(secret)
          : new Webhook(Buffer.from(secret), { format: 'raw' });
        expect(verifier.verify(json, headers)).toEqual(JSON.parse(json));
        expect(() => verifier.verify(`${json} `, headers)).toThrow('No matching signature');
      }),
    );
  });
});

describe('the secret of a webhook', () => {
  it.each([
    'x'.repeat(32),
    'x'.repeat(200),
    standardSecret(Buffer.alloc(24)),
    standardSecret(Buffer.alloc(64)),
  ])('may be %j', (secret) => expect(secretProblem(secret)).toBeNull());

  it.each([
    'x'.repeat(31),
    'x'.repeat(201),
    standardSecret(Buffer.alloc(23)),
    standardSecret(Buffer.alloc(65)),
    `whsec_${'-'.repeat(32)}`,
  ])('may not be %j', (secret) => expect(secretProblem(secret)).toMatch(/needed/));
});
