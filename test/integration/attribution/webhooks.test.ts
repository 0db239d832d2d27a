import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { alertStore } from '../../../subgraphs/attribution/monitoring/alert.store';
import { openAttribution } from '../../../subgraphs/attribution/openAttribution';
import { address, makeCase, walletId, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import {
  type AlertSeen,
  alertPage,
  fieldOf,
  openReceiver,
  type Received,
  watched,
} from '../../support/monitoringAsked';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { runPartnerSnippet } from '../../support/partnerHowTo';

const analyst = callerOf('analyst');
const meridian = callerOf('partner', 'meridian');

interface DeliverySeen {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly log: readonly { readonly status: number | null; readonly error: string | null }[];
}

describe('alerts and their webhooks', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  let made = 0;

  const register = (subgraph: Subgraph, url: string, secret?: string) =>
    fieldOf<{ webhook: { id: string }; secret: string }>(
      subgraph,
      {
        query:
          'mutation($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } secret } }',
        variables: { input: { url, ...(secret ? { secret } : {}) } },
        field: 'registerWebhook',
      },
      analyst,
    );
  const deliveriesOf = async (subgraph: Subgraph, webhook: string) =>
    (
      await fieldOf<{ nodes: DeliverySeen[] }>(
        subgraph,
        {
          query: `{ deliveries(webhook: "${webhook}") { nodes { id status attempts nextAt log { status error } } } }`,
          field: 'deliveries',
        },
        analyst,
      )
    ).nodes;
  /** Something new of a watched wallet: an alert. */
  const news = (subgraph: Subgraph, wallet: number) =>
    fieldOf(
      subgraph,
      {
        query: 'mutation($input: StateAttributionInput!) { stateAttribution(input: $input) { id } }',
        variables: {
          input: {
            key: `n${made++}`,
            wallet: address(wallet),
            stance: 'ASSERTS',
            actorId: `ofac:${made}`,
            confidenceId: 'forensic_investigation',
            method: 'by hand',
          },
        },
        field: 'stateAttribution',
      },
      analyst,
    );
  const idOf = ({ headers }: Received) => String(headers['cordon-delivery-id']);

  beforeAll(async () => {
    trial = makeCase();
    trial.write({});
    store = await openTestStore();
    opened = await openLoaded(store, trial.folder);
    await watched(opened.subgraph, { key: 'w', wallet: address(1) }, analyst);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('sends each alert, signed, and again under the same id until it is received', async () => {
    let failures = 2;
    const receiver = await openReceiver(() => (failures-- > 0 ? 503 : 204));
    const { webhook, secret } = await register(opened.subgraph, receiver.url);
    await news(opened.subgraph, 1);
    const delivered = await eventually(async () =>
      (await deliveriesOf(opened.subgraph, webhook.id)).find(({ status }) => status === 'DELIVERED'),
    );
    expect(delivered).toMatchObject({
      attempts: 3,
      nextAt: null,
      log: [{ status: 503 }, { status: 503 }, { status: 204 }],
    });
    expect(receiver.calls).toHaveLength(3);
    expect(new Set(receiver.calls.map(idOf))).toEqual(new Set([delivered.id]));
    expect(new Set(receiver.calls.map(({ body }) => body)).size).toBe(1);
    for (const { headers, body } of receiver.calls) {
      const signed = `${String(headers['cordon-timestamp'])}.${body}`;
      expect(headers['cordon-signature']).toBe(
        `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`,
      );
      expect(headers['webhook-id']).toBe(delivered.id);
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
    }
    // As a partner's developer would: with the code of the how-to.
    const [{ headers, body: rawBody } = { headers: {}, body: '' }] = receiver.calls;
    expect(
      JSON.parse(
        await runPartnerSnippet(
          'standardwebhooks',
          { secret, rawBody, headers },
          'console.log(JSON.stringify({ id, alert }));',
        ),
      ),
    ).toEqual(JSON.parse(rawBody));
    expect(
      await runPartnerSnippet(
        'isFromCordon',
        { secret, rawBody, headers },
        'console.log(isFromCordon(headers, rawBody, secret), isFromCordon(headers, `${rawBody} `, secret));',
      ),
    ).toBe('true false');
    const sent = JSON.parse(receiver.calls[0]!.body) as {
      id: string;
      alert: { number: number; changes: object[] };
    };
    const [alert] = (await alertPage(opened.subgraph, analyst, null)).nodes;
    expect(sent).toMatchObject({
      id: delivered.id,
      alert: { id: alert!.id, number: 1, subject: { kind: 'WALLET', id: walletId(1) } },
    });
    expect(sent.alert.changes).toHaveLength(1);
    await fieldOf(
      opened.subgraph,
      { query: `mutation { redeliver(id: "${delivered.id}") { status } }`, field: 'redeliver' },
      analyst,
    );
    await eventually(() => Promise.resolve(receiver.calls.length === 4));
    expect(idOf(receiver.calls[3]!)).toBe(delivered.id);
    await fieldOf(
      opened.subgraph,
      {
        query: `mutation { unregisterWebhook(id: "${webhook.id}") { endedAt } }`,
        field: 'unregisterWebhook',
      },
      analyst,
    );
    await receiver.close();
  });

  it('does not follow a redirect, and says what was answered', async () => {
    const receiver = await openReceiver(() => 302);
    const { webhook } = await register(opened.subgraph, receiver.url);
    await news(opened.subgraph, 1);
    const tried = await eventually(async () =>
      (await deliveriesOf(opened.subgraph, webhook.id)).find(({ attempts }) => attempts > 0),
    );
    expect(tried).toMatchObject({ status: 'PENDING' });
    expect(tried.log[0]).toEqual({ status: 302, error: null });
    expect(tried.nextAt).not.toBeNull();
    await fieldOf(
      opened.subgraph,
      {
        query: `mutation { unregisterWebhook(id: "${webhook.id}") { endedAt } }`,
        field: 'unregisterWebhook',
      },
      analyst,
    );
    expect((await deliveriesOf(opened.subgraph, webhook.id))[0]).toMatchObject({ status: 'CANCELLED' });
    await receiver.close();
  });

  it('loses nothing where it is ended in the middle of a call, and sends that under the same id', async () => {
    const target = { mongoUrl: store.mongoUrl, databasePrefix: `${store.databasePrefix}_ended` };
    const options = { ...target, logger: createLogger('attribution', 'silent') };
    const first = await openAttribution(options);
    let hangs = true;
    const receiver = await openReceiver(() => (hangs ? null : 200));
    const { webhook } = await register(first, receiver.url);
    await watched(first, { key: 'w', wallet: address(7) }, analyst);
    await news(first, 7);
    await eventually(() => Promise.resolve(receiver.calls.length === 1));
    await news(first, 7);
    await first.close();
    hangs = false;
    const second = await openAttribution(options);
    const delivered = await eventually(async () => {
      const all = await deliveriesOf(second, webhook.id);
      return all.length > 1 && all.every(({ status }) => status === 'DELIVERED') ? all : null;
    });
    const alerts: readonly AlertSeen[] = (await alertPage(second, analyst, null)).nodes;
    expect(alerts.map(({ number }) => number)).toEqual([1, 2]);
    expect(delivered.map(({ id }) => id).sort()).toEqual([`${webhook.id}:1`, `${webhook.id}:2`]);
    expect(receiver.calls.map(idOf).sort()).toEqual([
      `${webhook.id}:1`,
      `${webhook.id}:1`,
      `${webhook.id}:2`,
    ]);
    await second.close();
    await receiver.close();
  });

  it.each([
    ['http://example.org/', analyst],
    ['https://10.1.2.3/', analyst],
    ['https://[::ffff:10.1.2.3]/', analyst],
    ['https://user:word@example.org/', analyst],
    ['ftp://127.0.0.1/', analyst],
    ['http://127.0.0.1:1/', meridian],
    ['https://2130706433/', meridian],
    ['https://localhost/', meridian],
    ['https://169.254.169.254/latest', meridian],
  ])('rejects %s as a webhook', async (url, caller) => {
    const { errors } = await ask(
      opened.subgraph,
      'mutation($input: RegisterWebhookInput!) { registerWebhook(input: $input) { secret } }',
      { input: { url } },
      caller,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.url' });
  });

  it("keeps one's webhooks from others", async () => {
    const { webhook } = await register(opened.subgraph, 'https://example.org/', 'x'.repeat(32));
    const codeOf = async (query: string) =>
      (await ask(opened.subgraph, query, {}, meridian)).errors?.[0]?.extensions?.['code'];
    expect(await codeOf(`{ deliveries(webhook: "${webhook.id}") { nodes { id } } }`)).toBe('UNKNOWN_ENTITY');
    expect(await codeOf(`mutation { unregisterWebhook(id: "${webhook.id}") { id } }`)).toBe('UNKNOWN_ENTITY');
    expect(await codeOf(`mutation { redeliver(id: "${webhook.id}:1") { id } }`)).toBe('UNKNOWN_ENTITY');
    await fieldOf(
      opened.subgraph,
      { query: `mutation { unregisterWebhook(id: "${webhook.id}") { id } }`, field: 'unregisterWebhook' },
      analyst,
    );
  });

  it('takes no more webhooks than the limit', async () => {
    for (let n = 0; n < 20; n++) await register(opened.subgraph, 'https://example.org/');
    await expect(register(opened.subgraph, 'https://example.org/')).rejects.toThrow('MONITORING_LIMIT');
  });

  it('gives a reader that goes on from its cursor every alert of two writers, once', async () => {
    const alerts = alertStore(opened.records.alerts);
    const draft = (watchId: string, revision: number) => ({
      _id: `${watchId}:${revision}`,
      watchId,
      revision,
      feed: 'venue.feed',
      at: new Date(),
      subjectKind: 'WALLET' as const,
      subjectId: walletId(1),
      label: 'l',
      seqBefore: 0,
      seq: 0,
      changes: [],
      state: { findings: [], completeness: {} },
    });
    let writing = true;
    const reader = callerOf('partner', 'feed');
    const read: string[] = [];
    const readAll = async () => {
      let after: string | null = null;
      for (let last = false; !last;) {
        last = !writing;
        const page = await alertPage(opened.subgraph, reader, after, 3);
        read.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.endCursor ?? after;
        if (page.nodes.length > 0) last = false;
      }
    };
    const write = async (watch: string) => {
      for (let revision = 1; revision <= 25; revision++)
        expect(await alerts.append(draft(watch, revision))).toBe(true);
    };
    const reading = readAll();
    await Promise.all([write('a'), write('b')]);
    writing = false;
    await reading;
    const wanted = ['a', 'b'].flatMap((watch) => Array.from({ length: 25 }, (_, i) => `${watch}:${i + 1}`));
    expect([...read].sort()).toEqual(wanted.sort());
    expect(await alerts.append(draft('a', 3))).toBe(false);
  });
});
